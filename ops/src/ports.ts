import { isFree } from "@yimen/kernel/freePort";
import { OperatorProblem } from "@yimen/kernel/operatorProblem";
import { type Service, settingName } from "./services.js";

/** @throws OperatorProblem naming every service whose port another program has */
export async function requireFreePorts(services: readonly Service[]): Promise<void> {
  const free = await Promise.all(services.map(({ port }) => isFree(port)));
  const busy = services.filter((_, index) => !free[index]);
  if (busy.length === 0) return;
  const ports = busy.map(({ port, name }) => `${port} (${name})`).join(", ");
  const settings = busy.map((service) => settingName(service, "PORT")).join(", ");
  throw new OperatorProblem("PORT_BUSY", {
    zh: `端口 ${ports} 已被其他程序占用。请关闭该程序，或用环境变量 ${settings} 指定其他端口。`,
    en: `Another program has port ${ports}: close it, or choose other ports with ${settings}.`,
  });
}
