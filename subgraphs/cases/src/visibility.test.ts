import { anonymous, type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "./store/db.js";
import { answered, type TestCases, underReview } from "./testing/aStoredCase.js";
import {
  applicant,
  approver,
  officer,
  otherApplicant,
  otherSupervisor,
  partner,
  stranger,
  supervisor,
} from "./testing/facts.js";
import { markLog } from "./testing/markLog.js";
import { startTestCases } from "./testing/startTestCases.js";

const restricted: Record<string, string> = {
  confidentiality: "confidentiality",
  applicant: "applicant { name }",
  materials: "materials { name }",
  acceptance: "acceptance { at }",
  deferral: "deferral { dueOn }",
  extension: "extension { reason }",
  corrections: "corrections { reason }",
  pickedUp: "pickedUp { at }",
  decision: "decision { reason }",
  result: "result { documentNo }",
  delivery: "delivery { method }",
  clock: "clock { state }",
  visit: "visit { id }",
};
const open =
  "caseNo status version openedAt nationalStatus dueOn overdue matter { id } guide { id } window { id } openedBy { officer { id } }";
// Each restricted field in a request of its own: a refused non-null field takes its whole case with it.
const selections = { open, ...restricted };

const callers: Record<string, Caller> = {
  anybody: anonymous,
  partner,
  "staff of elsewhere": stranger,
  "an overseer of the neighbouring region": otherSupervisor,
  "another applicant": otherApplicant,
  "its applicant": applicant,
  "its outlet": officer,
  "its department": approver,
  overseer: supervisor,
  sibling: serviceCaller("evaluation"),
};
const full = ["its applicant", "its outlet", "its department", "overseer", "sibling"];

let cases: TestCases;
let shown: { id: string; caseNo: string };
/** The last case in the log, which everybody may know of. */
let last: string;
let secret: { id: string; caseNo: string };
beforeAll(async () => {
  cases = await startTestCases();
  shown = (await underReview(cases)).case;
  secret = (await underReview(cases, { confidentiality: "TRADE_SECRET" })).case;
  const db = connect(cases.databaseUrl);
  last = await markLog(db);
  await db.$disconnect();
});
afterAll(() => cases[Symbol.asyncDispose]());

type Node = Record<string, unknown> | null;
type Outcome = "shown" | "refused" | "hidden";

type Way = (
  caller: Caller,
  at: { id: string; caseNo: string },
  selection: string,
) => Promise<{ node: Node; codes: unknown[] }>;

async function asked<T>(caller: Caller, query: string, variables: object, nodeOf: (data: T) => Node) {
  const { data, errors = [] } = await cases.ask<T>(caller, query, variables as Record<string, unknown>);
  return { node: data ? nodeOf(data) : null, codes: errors.map(({ extensions }) => extensions.code) };
}

/** The last event of a case, by a stream that starts at the beginning. */
const byStream =
  (args: (id: string) => string): Way =>
  async (caller, { id }, selection) => {
    const query = `subscription { caseEvents(${args(id)}, after: "0") { caseId case { id ${selection} } } }`;
    await using events = await cases.subscribe<{ caseEvents: { caseId: string; case: Node } }>(caller, query);
    for (;;) {
      const event = await events.next().catch(() => null);
      if (!event) return { node: null, codes: [] };
      const { data, errors = [] } = event;
      const codes = errors.map(({ extensions }) => extensions?.code);
      if (!data) return { node: null, codes: errors[0]?.path?.includes("case") ? codes : [] };
      if (data.caseEvents.caseId === id) return { node: data.caseEvents.case, codes };
      if (data.caseEvents.caseId === last) return { node: null, codes: [] };
    }
  };

const entity = (representation: object, caller: Caller, selection: string) =>
  asked<{ _entities: Node[] }>(
    caller,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { id ${selection} } } }`,
    { r: [{ __typename: "Case", ...representation }] },
    ({ _entities }) => _entities[0] ?? null,
  );

const ways: Record<string, Way> = {
  "case(id)": (caller, { id }, selection) =>
    asked<{ case: Node }>(
      caller,
      `query ($id: ID!) { case(id: $id) { id ${selection} } }`,
      { id },
      (data) => data.case,
    ),
  "a list": (caller, { id }, selection) =>
    asked<{ cases: { nodes: Exclude<Node, null>[] } | null }>(
      caller,
      `{ cases(first: 100) { nodes { id ${selection} } } }`,
      {},
      (data) => data.cases?.nodes.find((node) => node.id === id) ?? null,
    ),
  "_entities by id": (caller, { id }, selection) => entity({ id }, caller, selection),
  "_entities by caseNo": (caller, { caseNo }, selection) => entity({ caseNo }, caller, selection),
  "the stream of an outlet": byStream(() => 'outletId: "taoshan-hall"'),
  "its own stream": byStream((id) => `caseId: "${id}"`),
};

async function outcome(way: Way, caller: Caller, at: typeof shown, selection: string): Promise<Outcome> {
  const { node, codes } = await way(caller, at, selection);
  if (codes.includes("NOT_YOUR_CASE")) return "refused";
  expect(codes).toEqual([]);
  return node ? "shown" : "hidden";
}

describe.each(Object.entries(ways))("a case by %s (R130, I-G1)", (_, way) => {
  it.each(Object.entries(callers))("shows to %s what every other way shows", async (name, caller) => {
    for (const [field, selection] of Object.entries(selections)) {
      const expected = full.includes(name) || field === "open" ? "shown" : "refused";
      expect([field, await outcome(way, caller, shown, selection)]).toEqual([field, expected]);
    }
  });

  it.each(Object.entries(callers))("hides a confidential one from %s unless it is theirs", async (name, caller) => {
    const expected = full.includes(name) ? "shown" : "hidden";
    expect(await outcome(way, caller, secret, open)).toBe(expected);
    if (expected === "shown") expect(await outcome(way, caller, secret, restricted.applicant as string)).toBe("shown");
  });
});

describe("what counts and lists tell (I-G2)", () => {
  const COUNTS = `{ cases(filter: { outletId: "taoshan-hall" }, first: 100) { nodes { id outlet { caseCounts { open } } } hasNextPage } }`;

  it("does not count confidential cases for anybody", async () => {
    for (const caller of [anonymous, officer, supervisor]) {
      const { nodes } = answered(await cases.ask<{ cases: { nodes: { outlet: object }[] } }>(caller, COUNTS)).cases;
      expect(nodes[0]?.outlet).toEqual({ caseCounts: { open: 1 } });
      expect(nodes).toHaveLength(caller === anonymous ? 1 : 2);
    }
  });

  it("shows applicants their own cases", async () => {
    const mine = async (caller: Caller) =>
      answered(
        await cases.ask<{ cases: { nodes: { id: string }[] } }>(
          caller,
          "{ cases(filter: { mine: true }) { nodes { id } } }",
        ),
      ).cases.nodes.map(({ id }) => id);

    expect((await mine(applicant)).sort()).toEqual([shown.id, secret.id].sort());
    for (const caller of [otherApplicant, officer, anonymous]) expect(await mine(caller)).toEqual([]);
  });
});
