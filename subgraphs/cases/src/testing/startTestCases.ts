import { randomUUID } from "node:crypto";
import { CALLER_HEADER, type Caller, signCaller } from "@yimen/kernel/caller";
import { createTestDatabase } from "@yimen/kernel/testDatabase";
import { testSubscription } from "@yimen/kernel/testSubscription";
import type { BundleForCase, MatterForCase } from "../catalogueClient.js";
import type { WindowFacts } from "../domain/bundleWindow.js";
import type { DutyFacts } from "../domain/duty.js";
import type { OutletPlace } from "../domain/proxyRequest.js";
import { startCases } from "../subgraph.js";
import { officerDuty, socialOrganisation } from "./facts.js";

const SECRET = "a secret that only the tests of this file know";

/** What the watchers ask every second is nobody's query. */
const byTheClock = /"(next_deadline_at" <=|due_at" <=|started_at" <|position" >)|delete from "client_mutation"/;

export interface Answer<T> {
  readonly data: T;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** The cases subgraph on a database of its own, with a clock and siblings that the test sets. */
/** The code of the first error; "done" where there is none. */
export const codeOf = ({ errors }: Answer<unknown>) => errors?.[0]?.extensions.code ?? "done";

export async function startTestCases(now = "2026-03-02T01:30:00.000Z") {
  const database = await createTestDatabase("cases");
  const world = {
    now: new Date(now),
    matter: socialOrganisation as MatterForCase,
    bundle: {
      bundleId: "",
      regionId: "taoshan",
      jointLimit: { value: 10, unit: "WORKING_DAY" },
      matters: [],
    } as BundleForCase,
    lists: ["VILLAGE_PROXY"],
    places: new Map<string, OutletPlace>(),
    outletsTaking: ["taoshan-hall"],
    windows: [
      { kind: officerDuty.windowKind, departmentIds: officerDuty.windowDepartmentIds },
    ] as readonly WindowFacts[],
    duties: new Map<string, Partial<DutyFacts>>(),
    approverPresent: true,
    approverActingFor: null as string | null,
    /** Roles of the posts in which people act; an approver's for all others. */
    roles: new Map([["head", "DEPARTMENT_HEAD"]]),
    queries: [] as string[],
    errors: [] as unknown[],
  };
  const subgraph = await startCases({
    databaseUrl: database.url,
    port: 0,
    callerSecret: SECRET,
    receiptKey: "a key for the receipts of this test file only",
    clock: () => world.now,
    catalogue: {
      matter: async (id) =>
        world.bundle.matters.find(({ matterId }) => matterId === id) ?? { ...world.matter, matterId: id },
      notice: async (matterId) => ({
        departmentId: world.matter.departmentId,
        guideId: world.matter.guide.id,
        lists: world.lists,
        text: `${matterId}:${world.matter.guide.materials.map(({ name }) => name).join("、")}`,
      }),
      bundle: async (bundleId) => ({ ...world.bundle, bundleId }),
    },
    staff: {
      duty: async (staffId, windowId) => ({ ...officerDuty, staffId, windowId, ...world.duties.get(staffId) }),
      outletsTaking: async () => world.outletsTaking,
      windowsOf: async () => world.windows,
      places: async (ids) => ids.map((id) => world.places.get(id) ?? null),
      approverDuty: async (staffId) => ({
        present: world.approverPresent,
        actingForId: world.approverActingFor,
        role: world.roles.get(staffId) ?? "APPROVER",
      }),
      outletsOf: async (regionId) => (regionId === "taoshan" ? ["taoshan-hall", "taoshan-street-1"] : []),
    },
    reminderLeadDays: 30,
    onError: (error) => world.errors.push(error),
    queries: {
      onQuery: (sql) => {
        if (!byTheClock.test(sql)) world.queries.push(sql);
      },
    },
  });

  async function ask<T>(caller: Caller, query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    const response = await fetch(subgraph.url, {
      method: "POST",
      headers: { "content-type": "application/json", [CALLER_HEADER]: await signCaller(caller, "cases", SECRET) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<T>;
  }

  return {
    world,
    url: subgraph.url,
    databaseUrl: database.url,
    secret: SECRET,
    ask,
    /** Subscribes over a websocket, as the gateway does for a caller. */
    subscribe: <T>(caller: Caller, query: string, variables: Record<string, unknown> = {}) =>
      testSubscription<T>({ url: subgraph.url, target: "cases", callerSecret: SECRET }, caller, query, variables),
    /** Runs one mutation with an `input` of its own client key, and returns what it answers with `fields`. */
    async act<T>(
      caller: Caller,
      mutation: string,
      input: Record<string, unknown>,
      fields = "id status version",
    ): Promise<Answer<T>> {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
      const name = inputTypes[mutation] ?? type;
      const answer = await ask<Record<string, T>>(
        caller,
        `mutation ($input: ${name}!) { ${mutation}(input: $input) { ${fields} } }`,
        { input: { clientMutationId: randomUUID(), ...input } },
      );
      return { ...answer, data: answer.data?.[mutation] as T };
    },
    async [Symbol.asyncDispose]() {
      await subgraph.stop();
      await database[Symbol.asyncDispose]();
    },
  };
}

const inputTypes: Record<string, string> = {
  receiveMaterials: "MaterialsInput",
  refuseAcceptance: "ReasonInput",
  receiveCorrection: "CaseInput",
  withdrawCase: "ReasonInput",
  withdrawOwnCase: "ReasonInput",
  urgeCase: "ReasonInput",
  pickUpCase: "CaseInput",
  startSpecialProcedure: "ReasonInput",
  issueResult: "CaseInput",
  receiveBundleMaterials: "BundleMaterialsInput",
  superviseJointHandling: "CaseInput",
};
