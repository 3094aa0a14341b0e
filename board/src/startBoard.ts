import type { LiveEvent } from "./graph/answers.js";
import { createConnection } from "./live/connection.js";
import { followDesk } from "./live/followDesk.js";
import { followOutlet } from "./live/followOutlet.js";
import { readOutlets } from "./live/readOutlets.js";
import { NoSuchOutlet } from "./live/readSnapshot.js";
import { followNetwork, openSocket, socketUrl } from "./live/socket.js";
import { staffToken } from "./live/staffToken.js";
import { createWakeUp, wakeWithTheBrowser } from "./live/wakeUp.js";
import { createClockSkew } from "./measure/clockSkew.js";
import { createLagMeter } from "./measure/lagMeter.js";
import { createOfficeClock } from "./measure/officeClock.js";
import { readClock } from "./measure/readClock.js";
import { createPage } from "./page.js";
import { createScreenStore } from "./screenStore.js";
import { chosenLanguage, rememberLanguage } from "./text/language.js";

const TICK = 1_000; // ms

/** Starts the board for what the address asks: `outlet` (an id) and `lang` (zh or en). */
export async function startBoard(asked: URLSearchParams): Promise<void> {
  const office = createOfficeClock();
  const skew = createClockSkew();
  const lag = createLagMeter();
  const wakeUp = createWakeUp();
  const officeNow = () => office.at(performance.now());
  const connection = createConnection(Date.now, () => screen.connectionChanged(connection.state, officeNow()));
  const screen = createScreenStore(
    chosenLanguage(asked.get("lang"), localStorage),
    connection.state,
    (shown, painted) => page.show(shown, painted),
  );
  const page = createPage(
    element("board"),
    { polite: element("polite"), assertive: element("assertive") },
    {
      chooseOutlet: (id) => follow(id),
      switchLanguage: () => rememberLanguage(screen.switchLanguage(), localStorage),
      toggleFrozen: () => screen.toggleFrozen(),
      fullScreen: toggleFullScreen,
    },
  );
  const token = staffToken(new URL(location.href), sessionStorage);
  const client = openSocket(socketUrl(location), connection, wakeUp);
  wakeWithTheBrowser(wakeUp);
  followNetwork(client, connection);
  void readClock(office, skew, wakeUp);
  setInterval(() => screen.set({ now: officeNow(), lag: lag.read() }), TICK);

  const measured = (event: LiveEvent | null) => {
    const live = event && "committedAt" in event.event && connection.state.state === "LIVE";
    if (!live || document.visibilityState !== "visible") return undefined;
    const committed = Date.parse(event.event.committedAt) - skew.ahead;
    // What was missed while away is late for another reason.
    return committed < connection.state.since ? undefined : () => lag.painted(Date.now() - committed);
  };

  let stop = new AbortController();
  const follow = (outletId: string) => {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    history.replaceState(null, "", address(outletId));
    screen.set({ outletId, board: null, desk: null, unknown: false });
    if (token) {
      const open = (onConnected: () => void) =>
        openSocket(socketUrl(location), { works: onConnected, failed() {} }, wakeUp, token);
      void followDesk({ open, wakeUp, token }, outletId, (desk) => signal.aborted || screen.set({ desk }), signal);
    }
    followOutlet(
      { client, connection, wakeUp },
      outletId,
      (board, event) => signal.aborted || screen.set({ board, now: officeNow() }, measured(event)),
      signal,
    ).catch((problem: unknown) => {
      if (!(problem instanceof NoSuchOutlet)) throw problem;
      screen.set({ unknown: true });
    });
  };

  const wanted = asked.get("outlet");
  if (wanted) follow(wanted);
  const outlets = await readOutlets(wakeUp);
  screen.set({ outlets });
  const [first] = outlets;
  if (!wanted && first) follow(first.id);
}

const element = (id: string) => document.getElementById(id) as HTMLElement;

function address(outletId: string): URL {
  const here = new URL(location.href);
  here.searchParams.set("outlet", outletId);
  here.hash = ""; // a token is not left in sight
  return here;
}

function toggleFullScreen(): void {
  void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
}
