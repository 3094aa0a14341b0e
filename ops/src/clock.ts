import { rmSync } from "node:fs";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { everybodyIn } from "./demo/attendance.js";
import { doorAt, isOpen, NOT_OPEN } from "./demo/door.js";
import { createNotebook } from "./demo/notebook.js";
import { officeClock } from "./demo/officeClock.js";
import { headersOf, readPeople } from "./demo/people.js";
import { createDayRecord } from "./demo/record.js";
import { HALL } from "./demo/scenario/cast.js";
import { nowOnClock } from "./issueToken.js";
import { readPersonas } from "./personas.js";
import { complain, say } from "./say.js";
import { keepSecrets } from "./secrets.js";
import { readServices } from "./services.js";
import { stateOf } from "./state.js";
import { stopSignal } from "./stopSignal.js";

// npm run clock -- 2026-03-02T09:00 | real: what the office's clock shows, for a house that is looked at on a Sunday.
try {
  await setClock(process.env.YIMEN_ROOT ?? repository, process.argv[2]);
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}
process.exit();

async function setClock(root: string, wanted: string | undefined): Promise<void> {
  const state = stateOf(root);
  if (wanted === "real") {
    rmSync(state.clock, { force: true });
    return say({ zh: "办公时钟恢复为真实时间。", en: "The office goes by the real clock again." });
  }
  const gateway = readServices(root).find(({ name }) => name === "gateway");
  const door = doorAt(`http://127.0.0.1:${gateway?.port}`);
  if (!(await isOpen(door.url))) throw new OperatorProblem("NOT_RUNNING", NOT_OPEN);
  const to = officeTime(wanted);
  const clock = officeClock(state.clock, new Date(nowOnClock(state.clock)));
  await clock.set(to, 1);
  const [secrets, people] = [await keepSecrets(root, state), await readPeople(door)];
  const headers = (who: string) => headersOf(who, people, secrets, readPersonas(root), clock.now());
  const stage = {
    door,
    clock,
    people,
    headers,
    record: createDayRecord(),
    notebook: createNotebook(),
    tell: console.info,
  };
  const played = { acts: 0, refusals: 0, unexpected: 0 };
  const present = await everybodyIn({ ...stage, stop: stopSignal() }, HALL, played);
  say({
    zh: `办公时钟已设为 ${wanted}，${present} 人签到。`,
    en: `The office's clock shows ${wanted}; ${present} people signed in.`,
  });
}

/** Office time without an offset, such as "2026-03-02T09:00". */
function officeTime(wanted: string | undefined): Date {
  const at = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wanted ?? "") ? `${wanted}:00+08:00` : "none");
  if (!Number.isNaN(at.getTime())) return at;
  throw new OperatorProblem("TIME_NOT_UNDERSTOOD", {
    zh: "用法：npm run clock -- 2026-03-02T09:00（北京时间），或 npm run clock -- real",
    en: "Usage: npm run clock -- 2026-03-02T09:00 (office time), or npm run clock -- real",
  });
}
