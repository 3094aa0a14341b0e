import { mkdirSync } from "node:fs";
import { holder, tryLock } from "@yimen/kernel/fileLock";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { repository } from "@yimen/kernel/repository";
import { banner } from "./banner.js";
import { migrateService, openDatabases } from "./databases.js";
import type { House } from "./environment.js";
import { openHouse } from "./house.js";
import { readPersonas } from "./personas.js";
import { requireFreePorts } from "./ports.js";
import { endLeftovers, keepProcessList } from "./processList.js";
import { complain, say } from "./say.js";
import { keepSecrets } from "./secrets.js";
import { loadSeeds, readyForToday } from "./seed.js";
import { hasDatabase, readServices } from "./services.js";
import { requireSpace } from "./space.js";
import { stateOf } from "./state.js";
import { aborted, stopSignal } from "./stopSignal.js";

// Brings the whole house up, keeps it up, and takes it down again. YIMEN_ROOT is another clone's top folder (tests).
const stop = stopSignal();
try {
  await launch(process.env.YIMEN_ROOT ?? repository);
} catch (problem) {
  if (!stop.aborted) {
    complain(problem);
    process.exitCode = 1;
  }
}
if (stop.aborted) say({ zh: "已停止。", en: "Stopped." });
process.exit(); // at once: the schema engine leaves a timer behind

async function launch(root: string): Promise<void> {
  const state = stateOf(root);
  mkdirSync(state.folder, { recursive: true });
  using _only = tryLock(state.lock) ?? alreadyRunning(state.lock);
  await endLeftovers(state.processes);
  requireSpace(state.folder);
  const services = readServices(root);
  await requireFreePorts(services);
  const secrets = await keepSecrets(root, state);

  await using stack = new AsyncDisposableStack();
  const processes = keepProcessList(state.processes);
  const dataServices = services.filter(hasDatabase);
  const databases = stack.adopt(await openDatabases(dataServices, state, processes), (opened) => opened.stop());
  for (const service of dataServices) {
    stop.throwIfAborted();
    await migrateService(root, service, databases.urls[service.name] ?? "");
  }
  const house: House = { root, services, secrets, state, processes, databases: databases.urls };
  await loadSeeds(dataServices, house, stop);
  stop.throwIfAborted();
  say({ zh: "正在启动各服务……", en: "Starting the services…" });
  const running = stack.adopt(openHouse(house), (opened) => opened.stop());
  await Promise.all([running.untilReady(stop), readyForToday(dataServices, house, stop)]);

  console.info(banner(services, readPersonas(root), Object.values(databases.urls)));
  await aborted(stop);
  say({ zh: "正在停止……", en: "Stopping…" });
}

function alreadyRunning(lock: string): never {
  throw new OperatorProblem("ALREADY_RUNNING", {
    zh: `本目录中的一门已在运行（进程 ${holder(lock)}），可直接使用。要停止它，请在那个终端按 Ctrl-C，或运行 kill ${holder(lock)}。`,
    en: `Yimen already runs in this clone (process ${holder(lock)}); simply use it, or stop it with Ctrl-C there or kill ${holder(lock)}.`,
  });
}
