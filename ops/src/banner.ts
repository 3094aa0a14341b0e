import type { Personas } from "./personas.js";
import type { Service } from "./services.js";

/** What a person needs to know once everything runs. */
export function banner(
  services: readonly Service[],
  { personas, partners }: Personas,
  databases: Iterable<string>,
): string {
  const gateway = services.find(({ name }) => name === "gateway");
  const address = `http://127.0.0.1:${gateway?.port}`;
  const servers = new Set([...databases].map((url) => new URL(url).host));
  return [
    "",
    "  一门 Yimen 已就绪  is ready",
    "",
    `  看板  board           ${address}/board?outlet=taoshan-hall`, // where the demonstration plays
    `  接口  GraphQL         ${address}/graphql      HTTP · WebSocket (graphql-transport-ws) · SSE`,
    ...services
      .filter((service) => service !== gateway)
      .map(({ name, port }) => line("子图  subgraph", `${name} :${port}`)),
    line("数据库 database", [...servers].join(", ")),
    "",
    "  取令牌  a token for:  npm run token -- --as <persona>",
    ...[...personas, ...partners].map(({ persona, zh, en }) => `    ${persona.padEnd(18)} ${zh}  ${en}`),
    "",
    "  演示一天  a day at 60×:  npm run demo        停止  stop:  Ctrl-C",
    "",
  ].join("\n");
}

const line = (label: string, value: string) => `  ${label.padEnd(20)} ${value}`;
