import { join } from "node:path";
import { tryLock } from "@yimen/kernel/fileLock";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { chooseDays } from "./demo/chooseDays.js";
import { type Door, dataOf, doorAt, isOpen, NOT_OPEN } from "./demo/door.js";
import { createNotebook } from "./demo/notebook.js";
import { officeClock } from "./demo/officeClock.js";
import { readOptions } from "./demo/options.js";
import { headersOf, readPeople } from "./demo/people.js";
import { playDays } from "./demo/playDays.js";
import type { Stage } from "./demo/player.js";
import { createDayRecord } from "./demo/record.js";
import { cast, HALL } from "./demo/scenario/cast.js";
import { tellHappening } from "./demo/tell.js";
import { LIVES_ON, tellSummary } from "./demo/tellSummary.js";
import { watchOutlet } from "./demo/watch.js";
import { nowOnClock } from "./issueToken.js";
import { readPersonas } from "./personas.js";
import { complain } from "./say.js";
import { keepSecrets } from "./secrets.js";
import { readServices } from "./services.js";
import { stateOf } from "./state.js";
import { stopSignal } from "./stopSignal.js";

// npm run demo [-- --speed 60 --from 2026-03-02 --seed 1 --visitors 24]: plays a day on the running graph.
try {
  await demo(process.env.YIMEN_ROOT ?? repository, process.argv.slice(2));
} catch (problem) {
  complain(problem);
  process.exitCode = 1;
}
process.exit();

async function demo(root: string, args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const url = gatewayOf(root);
  if (!(await isOpen(url))) throw new OperatorProblem("NOT_RUNNING", NOT_OPEN);
  const door = doorAt(url);
  const state = stateOf(root);
  using _only = tryLock(join(state.folder, "demo.lock")) ?? alreadyPlaying();
  const secrets = await keepSecrets(root, state);
  const personas = readPersonas(root);
  const people = await readPeople(door);
  const clock = officeClock(state.clock, new Date(nowOnClock(state.clock)));
  const headers = (who: string) => headersOf(who, people, secrets, personas, clock.now());
  const days = await chooseDays(options.from, clock.now(), door, await headers(cast.supervisor));

  const record = createDayRecord();
  const stage: Stage = { door, clock, people, headers, record, notebook: createNotebook(), tell, stop: stopSignal() };
  try {
    using _watching = watchOutlet(url, await headers(cast.supervisor), HALL, await logHeads(door), (seen, lag) => {
      record.add(seen, lag);
      const line = tellHappening(seen);
      if (line) tell(line);
    });
    const played = await playDays(stage, days, options);
    tell(tellSummary(played, record.summary()));
  } finally {
    await clock.set(clock.now(), 1); // the house lives on from here, at its own pace
  }
  tell(LIVES_ON);
}

function alreadyPlaying(): never {
  throw new OperatorProblem("ALREADY_PLAYING", {
    zh: "另一个终端正在演示，办公时钟只能由一个演示拨动。",
    en: "Another terminal is playing a day already, and only one can move the office's clock.",
  });
}

function tell(line: string): void {
  console.info(line);
}

function gatewayOf(root: string): string {
  const gateway = readServices(root).find(({ name }) => name === "gateway");
  return `http://127.0.0.1:${gateway?.port}`;
}

async function logHeads(door: Door) {
  const query = "{ caseLogHead dutyLogHead }";
  const heads = dataOf(await door.ask<{ caseLogHead: string; dutyLogHead: string }>({}, query));
  return { cases: heads.caseLogHead, queue: heads.caseLogHead, duty: heads.dutyLogHead };
}
