import { randomUUID } from "node:crypto";
import { CALLER_HEADER, type Caller, serviceCaller, signCaller } from "@yimen/kernel/caller";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import type { CasesClient } from "../casesClient.js";
import { loadSeed } from "../loadSeed.js";
import { signEverybodyIn } from "../signEverybodyIn.js";
import { connect } from "../store/db.js";
import { startStaff } from "../subgraph.js";
import { lookAtDuty } from "../watchDuty.js";
import { lookAtTerminals } from "../watchTerminals.js";

const SECRET = "a secret that only the tests of this file know";

export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/**
 * The staff subgraph with the seed, on a database of its own and with a clock that the test sets. It is Monday
 * 2026-03-02, 09:30 in the office, and everybody has signed in.
 */
export async function startTestStaff({
  now = "2026-03-02T01:30:00.000Z",
  everybodyIn = true,
  cases,
}: {
  now?: string;
  everybodyIn?: boolean;
  cases?: CasesClient;
} = {}) {
  const database = await createTestDatabase("staff");
  const world = { now: new Date(now), queries: [] as string[], errors: [] as unknown[] };
  const clock = () => world.now;
  const db = connect(database.url);
  await loadSeed(db);
  if (everybodyIn) await signEverybodyIn(db, clock, officialCalendar);
  const subgraph = await startStaff({
    databaseUrl: database.url,
    port: 0,
    callerSecret: SECRET,
    clock,
    calendar: officialCalendar,
    onError: (error) => world.errors.push(error),
    queries: { onQuery: (sql) => world.queries.push(sql) },
    watch: false,
    ...(cases && { cases }),
  });
  const sockets: Disposable[] = [];

  async function ask<T>(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(subgraph.url, {
      method: "POST",
      headers: { "content-type": "application/json", [CALLER_HEADER]: await signCaller(caller, "staff", SECRET) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Runs one mutation with an `input` of its own client key, and returns what it answers with `fields`. */
  async function act<T>(caller: Caller, mutation: string, input: object, fields = "id"): Promise<Answer<T>> {
    const type = inputTypes[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const answer = await ask<Record<string, T>>(caller, document, {
      input: { clientMutationId: randomUUID(), ...input },
    });
    return { ...answer, data: answer.data?.[mutation] as T };
  }

  /** Events of the log as a subscriber gets them, one after the other. */
  async function subscribe<E>(
    caller: Caller,
    query: string,
  ): Promise<AsyncIterator<{ data?: { dutyEvents: E } | null }>> {
    const client = createClient({
      url: subgraph.url.replace("http", "ws"),
      webSocketImpl: WebSocket,
      connectionParams: { caller: await signCaller(serviceCaller("gateway"), "staff", SECRET) },
    });
    sockets.push({ [Symbol.dispose]: () => void client.dispose() });
    const extensions = { caller: await signCaller(caller, "staff", SECRET) };
    return client.iterate<{ dutyEvents: E }>({ query, extensions });
  }

  return {
    world,
    db,
    ask,
    act,
    subscribe,
    /** Moves the clock to an office time of that Monday, or of another day, and looks at what time has brought. */
    async at(time: string, day = "2026-03-02") {
      world.now = new Date(`${day}T${time}:00+08:00`);
      await lookAtDuty({ db, clock, calendar: officialCalendar });
      await lookAtTerminals({ db, clock, calendar: officialCalendar });
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket[Symbol.dispose]();
      await subgraph.stop();
      await db.$disconnect();
      await database[Symbol.asyncDispose]();
    },
  };
}

const inputTypes: Record<string, string> = {
  signIn: "SignInput",
  signOut: "SignInput",
  approveLeave: "LeaveInput",
  endLeave: "LeaveInput",
  cancelLeave: "LeaveInput",
};
