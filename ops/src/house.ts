import { setTimeout as delay } from "node:timers/promises";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { startChild } from "./child.js";
import type { House } from "./environment.js";
import { untilHealthy } from "./health.js";
import { say, warn } from "./say.js";
import { hasDatabase, type Service } from "./services.js";
import { aborted } from "./stopSignal.js";
import { type Supervised, supervise } from "./supervise.js";

const PATIENCE = 120_000; // milliseconds until a service that neither works nor ends is given up
const GRACE = 8_000; // milliseconds a process has to finish what it is doing

/** The running processes; the subgraphs stand before the gateway opens the door. */
export interface OpenHouse {
  /** @throws OperatorProblem when a service cannot be brought up */
  untilReady(stop: AbortSignal): Promise<void>;
  /** Ends them all, the door first. */
  stop(): Promise<void>;
}

export function openHouse(house: House): OpenHouse {
  const running: Supervised[][] = [];
  const open = async (services: readonly Service[], stop: AbortSignal) => {
    const lives = services.map((service) => superviseService(service, house));
    running.unshift(lives);
    for (const [index, service] of services.entries()) {
      const tooLong = delay(PATIENCE, false, { ref: false });
      const ready = await Promise.race([lives[index]?.ready, aborted(stop), tooLong]);
      stop.throwIfAborted();
      if (!ready) throw didNotStart(service);
    }
  };
  return {
    untilReady: async (stop) => {
      await open(house.services.filter(hasDatabase), stop);
      await open(
        house.services.filter((service) => !hasDatabase(service)),
        stop,
      );
    },
    stop: async () => {
      for (const lives of running) await Promise.all(lives.map((life) => life.stop(GRACE)));
    },
  };
}

function superviseService(service: Service, house: House): Supervised {
  const { name, port } = service;
  return supervise({
    start: () => startChild(service, "main.js", house),
    untilReady: (ended) => untilHealthy(port, ended),
    happenings: {
      ready: (again) =>
        say({ zh: `${name} ${again ? "已恢复" : "已就绪"}`, en: `${again ? "is back" : "ready"} :${port}` }),
      crashed: ({ code, signal, lines }, pause) =>
        warn(
          {
            zh: `${name} 意外退出（${signal ?? code}），${pause / 1_000} 秒后重启；其他服务照常运行。`,
            en: `${name} ended by itself (${signal ?? code}) and starts again in ${pause / 1_000} s; the others go on.`,
          },
          lines,
        ),
    },
  });
}

const didNotStart = ({ name }: Service) =>
  new OperatorProblem("SERVICE_DID_NOT_START", {
    zh: `服务 ${name} 无法启动，原因见上；完整日志在 .yimen/logs/${name}.log。`,
    en: `Service ${name} does not start, see above; the whole log is .yimen/logs/${name}.log.`,
  });
