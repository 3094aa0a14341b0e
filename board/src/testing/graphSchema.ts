import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLSchema } from "graphql";
import type { Hall, HallEntry } from "./hall.js";
import { caseAnswer, eventOf, headsOf, outlet, outletOf } from "./hallAnswers.js";

/** The district's composed graph: what the board asks here is what the gateway is asked. */
export const graphSchema = (): GraphQLSchema =>
  buildSchema(readFileSync(new URL("../../../gateway/supergraph.graphql", import.meta.url), "utf8"), {
    assumeValidSDL: true, // the joins' own directives are not of interest
  });

type Following = { readonly outletId: string; readonly after?: string | null };
type Filter = { readonly filter: { readonly open?: boolean; readonly statuses?: readonly string[] } };

/** The roots of the graph over one hall. */
export const rootOf = (hall: Hall) => ({
  caseLogHead: () => headsOf(hall).caseLogHead,
  dutyLogHead: () => headsOf(hall).dutyLogHead,
  outlets: () => [{ ...outlet, windows: hall.windows }, otherOutlet],
  outlet: ({ id }: { readonly id: string }) =>
    id === outlet.id ? outletOf(hall) : id === otherOutlet.id ? { ...outletOf(hall), ...otherOutlet } : null,
  cases: ({ filter: { open, statuses } }: Filter) => ({
    nodes: [...hall.cases.values()]
      .filter(({ closedAt, status }) => (open ? closedAt === null : statuses?.includes(status)))
      .toReversed()
      .map(caseAnswer),
    endCursor: null,
    hasNextPage: false,
  }),
  ...hall.desk.root,
  caseEvents: (args: Following) => follow(hall, hall.caseLog, "cases", args),
  queueEvents: (args: Following) => follow(hall, hall.caseLog, "queue", args),
  dutyEvents: (args: Following) => follow(hall, hall.dutyLog, "duty", args),
});

const otherOutlet = {
  id: "street",
  name: "桃西街道便民服务中心",
  nameEn: "Taoxi Subdistrict Service Centre",
  kind: "STREET_CENTRE",
};
const otherWindow = { id: "street-w", name: "全科窗口", nameEn: "Generalist window" };
Object.assign(otherOutlet, {
  windows: [{ ...otherWindow, kind: "GENERALIST", state: "OPEN", serving: [], waiting: [], visits: [] }],
  vacancies: [],
  offlineTerminals: [],
});

const fields = { cases: "caseEvents", queue: "queueEvents", duty: "dutyEvents" } as const;

/** The entries of one stream after a cursor, for as long as somebody listens; each is completed when it is sent. */
async function* follow(
  hall: Hall,
  log: readonly HallEntry[],
  stream: HallEntry["stream"],
  { outletId, after }: Following,
) {
  let position = after == null ? log.length : Number(after);
  for (;;) {
    const { promise: more, resolve } = Promise.withResolvers<void>();
    hall.listeners.add(resolve);
    try {
      for (; position < log.length; position += 1) {
        const entry = log[position] as HallEntry;
        if (entry.stream === stream && outletId === outlet.id) yield { [fields[stream]]: eventOf(hall, entry).event };
      }
      await more;
    } finally {
      hall.listeners.delete(resolve);
    }
  }
}
