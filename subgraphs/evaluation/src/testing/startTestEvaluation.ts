import { randomUUID } from "node:crypto";
import { CALLER_HEADER, type Caller, signCaller } from "@yimen/kernel/caller";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import type { CasesClient, EndedVisit } from "../casesClient.js";
import type { EvaluationRight, MatterEvaluationRight } from "../domain/giveEvaluation.js";
import type { Selectable } from "../domain/selection.js";
import type { OutletVolume, Place } from "../domain/threeLevels.js";
import { startEvaluation } from "../subgraph.js";

const SECRET = "a secret that only the tests of this file know";

export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

/** What the cases subgraph would say: the visit has ended; its token and applicant-1 are entitled. */
export const theRight = (visitId: string): EvaluationRight & { readonly token: string } => ({
  visitId,
  token: `token of ${visitId}`,
  ended: true,
  entitled: false,
  outletId: "taoshan-hall",
  windowId: "taoshan-w2",
  officerId: "taoshan-staff-04",
  actingForId: "taoshan-staff-03",
  caseIds: [`case of ${visitId}`],
  applicantId: "applicant-1",
});

/** The same of a finished online case, whose secret is `secret of <number>`. */
export const theMatter = (caseNo: string): MatterEvaluationRight => ({
  caseId: `case ${caseNo}`,
  online: true,
  ended: true,
  outletId: "taoshan-hall",
  windowId: null,
  officerId: "taoshan-staff-19",
  actingForId: null,
  applicantId: "applicant-1",
});

/** The evaluation subgraph on a database of its own, with a clock and siblings that the test sets. */
export async function startTestEvaluation(now = "2026-03-02T01:30:00.000Z") {
  const database = await createTestDatabase("evaluation");
  const world = {
    now: new Date(now),
    visits: new Map<string, Partial<EvaluationRight> | null>(),
    matters: new Map<string, Partial<MatterEvaluationRight> | null>(),
    /** Visits that have ended, in the order of the log; a cursor is the number of those seen. */
    ended: [] as EndedVisit[],
    /** The region's outlets, and how many cases they received. */
    places: [] as Place[],
    volumes: [] as OutletVolume[],
    /** Who serves now and may take whatever is asked about. */
    selectable: [] as Selectable[],
    casesDown: null as Error | null,
    queries: [] as string[],
    errors: [] as unknown[],
  };
  const cases: CasesClient = {
    async endedVisits(after, first) {
      if (world.casesDown) throw world.casesDown;
      const visits = world.ended.slice(Number(after), Number(after) + first);
      return { cursor: `${Number(after) + visits.length}`, visits };
    },
    async evaluationRight(visitId, token, applicantId) {
      if (world.casesDown) throw world.casesDown;
      const set = world.visits.get(visitId);
      if (set === null) return null;
      const { token: printed, ...visit } = { ...theRight(visitId), ...set };
      return { ...visit, entitled: token === printed || (applicantId !== null && applicantId === visit.applicantId) };
    },
    outletVolumes: async (outletIds) => world.volumes.filter(({ outletId }) => outletIds.includes(outletId)),
    async matterEvaluationRight(caseNo, secret, applicantId) {
      if (world.casesDown) throw world.casesDown;
      const set = world.matters.get(caseNo);
      if (set === null) return null;
      const right = { ...theMatter(caseNo), ...set };
      return secret === `secret of ${caseNo}` || (applicantId !== null && applicantId === right.applicantId)
        ? right
        : null;
    },
  };
  const subgraph = await startEvaluation({
    databaseUrl: database.url,
    port: 0,
    callerSecret: SECRET,
    clock: () => world.now,
    cases,
    staff: {
      outletsOf: async (regionId) => (regionId === "taoshan" ? ["taoshan-hall", "taoshan-street-1"] : []),
      placesOf: async () => world.places,
      selectableOfficers: async () => world.selectable,
    },
    onError: (error) => world.errors.push(error),
    queries: { onQuery: (sql) => world.queries.push(sql) },
  });

  async function ask<T>(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(subgraph.url, {
      method: "POST",
      headers: { "content-type": "application/json", [CALLER_HEADER]: await signCaller(caller, "evaluation", SECRET) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  /** Runs one mutation with an `input` of its own client key, and returns what it answers with `fields`. */
  async function act<T>(caller: Caller, mutation: string, input: object, fields = "id version"): Promise<Answer<T>> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`;
    const variables = { input: { clientMutationId: randomUUID(), ...input } };
    const answer = await ask<Record<string, T> | null>(caller, document, variables);
    return { ...answer, data: answer.data?.[mutation] as T };
  }

  return {
    world,
    databaseUrl: database.url,
    ask,
    act,
    async [Symbol.asyncDispose]() {
      await subgraph.stop();
      await database[Symbol.asyncDispose]();
    },
  };
}

export type TestEvaluation = Awaited<ReturnType<typeof startTestEvaluation>>;

/** The code of the refusal, or null when there was none. */
export const codeOf = ({ errors }: Answer<unknown>): unknown => errors?.[0]?.extensions.code ?? null;
