import { anonymous, CALLER_HEADER, type Caller, signCaller } from "@yimen/kernel/caller";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { testSubscription } from "@yimen/kernel/testSubscription";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { CasesClient } from "../casesClient.js";
import type { ServingWindow } from "../domain/deferralNotice.js";
import type { OfferingOutlet } from "../domain/rangeReach.js";
import type { Volume } from "../domain/townPowers.js";
import { loadSeed } from "../loadSeed.js";
import type { StaffClient } from "../staffClient.js";
import { connect } from "../store/db.js";
import { startCatalogue } from "../subgraph.js";

const SECRET = "a secret of at least thirty-two bytes";

interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}

/** A running, seeded catalogue on a database of its own; for tests. Its clock stands still until it is set. */
export async function startTestCatalogue(startsAt = "2026-03-02T01:00:00Z") {
  let now = new Date(startsAt);
  const queries: string[] = [];
  const lastApplications = new Map<string, PlainDate>();
  const volumes = new Map<string, Volume>();
  const outlets: OfferingOutlet[] = [];
  const cases: CasesClient = { lastApplications: async () => lastApplications, volumes: async () => volumes };
  const onDuty = new Set<string>();
  const windows: ServingWindow[] = [
    { outletId: "taoshan-hall", windowId: "taoshan-w2" },
    { outletId: "taoshan-hall", windowId: "taoshan-w9" },
  ];
  const staffClient: StaffClient = {
    windowsServing: async () => windows,
    offeringOutlets: async () => outlets,
    onDuty: async (staffId, windowId) => onDuty.has(`${staffId}@${windowId}`),
  };
  const database = await createTestDatabase("catalogue");
  const db = connect(database.url);
  await loadSeed(db);
  const subgraph = await startCatalogue({
    databaseUrl: database.url,
    port: 0,
    callerSecret: SECRET,
    clock: () => now,
    cases,
    staff: staffClient,
    onError: (error) => console.error(error),
    // What the log's reader asks by the clock is nobody's query.
    queries: {
      onQuery: (sql) => {
        if (!/"position" >|"deferral_notice"."due_at"/.test(sql)) queries.push(sql);
      },
    },
  });
  return {
    db,
    databaseUrl: database.url,
    url: subgraph.url,
    cases,
    /** Who is on duty where, as "staff@window". */
    onDuty,
    staff: staffClient,
    /** What the cases subgraph would answer. */
    lastApplications,
    /** How often matters were applied for, as the cases subgraph would answer. */
    volumes,
    /** The region's outlets, as the staff subgraph would answer. */
    outlets,
    /** Statements that ran since the last `ask` began. */
    queries,
    setClock(instant: string) {
      now = new Date(instant);
    },
    async ask<T>(query: string, variables: object = {}, caller: Caller = anonymous): Promise<Answer<T>> {
      queries.length = 0;
      const response = await fetch(subgraph.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          [CALLER_HEADER]: await signCaller(caller, "catalogue", SECRET),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<T>;
    },
    /** Subscribes over a websocket, as the gateway does for a caller. */
    subscribe: <T>(query: string, variables: Record<string, unknown> = {}, caller: Caller = anonymous) =>
      testSubscription<T>({ url: subgraph.url, target: "catalogue", callerSecret: SECRET }, caller, query, variables),
    async [Symbol.asyncDispose]() {
      await subgraph.stop();
      await db.$disconnect();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** Somebody of a department, or of the coordination office. */
export const staff = (role: string, departmentId = "taoshan-civil-affairs"): Caller => ({
  kind: "STAFF",
  subject: `taoshan-${role.toLowerCase()}`,
  scopes: [],
  claims: { role, departmentId },
});
