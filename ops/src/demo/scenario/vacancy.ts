import type { Step } from "../step.js";
import { cast, HALL, WINDOW } from "./cast.js";

const here = { outletId: HALL };

/** Both officers of window 3 are away at once: an alert stands until one is back (R151). */
export const vacancy: readonly Step[] = [
  {
    at: "11:18",
    who: cast.windowThreeA,
    act: "signOut",
    with: here,
    note: { zh: "A 岗有急事先走，B 岗顶上。", en: "A has to leave, B takes over." },
  },
  { at: "11:19", until: "TAKEOVER_STARTED", of: { windowId: WINDOW.three } },
  {
    at: "11:24",
    who: cast.windowThreeB,
    act: "signOut",
    with: here,
    note: { zh: "B 岗也离开了：空岗告警。", en: "B leaves too: the window is vacant." },
  },
  { at: "11:25", until: "VACANCY_OPENED", of: { windowId: WINDOW.three } },
  { at: "11:32", who: cast.windowThreeB, act: "signIn", with: here },
  { at: "11:33", until: "VACANCY_CLOSED", of: { windowId: WINDOW.three } },
  { at: "11:36", who: cast.windowThreeA, act: "signIn", with: here },
];
