import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actingIn } from "./acting.js";
import { type Counter, MATTER, openCounter } from "./counter.js";
import { CASE_EVENTS } from "./documents.js";
import { follow } from "./follower.js";
import { personas } from "./personas.js";
import { type Subgraph, type System, startSystem } from "./system.js";

const { officerW2, centreDirector } = personas;

/** Something of every subgraph, from the root and by reference. */
const EVERYTHING = /* GraphQL */ `
  query Everything($caseId: ID!, $matterId: ID!) {
    case(id: $caseId) {
      caseNo
      matter { name }
      openedBy { officer { name } }
      evaluations { grade }
    }
    matter(id: $matterId) { name }
    outlet(id: "taoshan-hall") { name rating { count } caseCounts { open } }
    evaluations(outletId: "taoshan-hall", first: 1) { nodes { grade } }
  }`;

interface Everything {
  readonly case: object | null;
  readonly matter: object | null;
  readonly outlet: object | null;
  readonly evaluations: object | null;
}

let system: System;
let acting: ReturnType<typeof actingIn>;
let counter: Counter;
let opened: Awaited<ReturnType<Counter["open"]>>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  acting = actingIn(system);
  counter = await openCounter(system);
  opened = await counter.underReview();
});
afterAll(() => system?.[Symbol.asyncDispose]());

const everything = () =>
  system.ask<Everything>(centreDirector, EVERYTHING, { caseId: opened.case.id, matterId: MATTER });
const kill = (name: Subgraph) => system.services.get(name)?.kill();

/** Waits until the gateway has found its way back by itself. */
const recovered = () =>
  vi.waitFor(async () => expect((await everything()).errors).toBeUndefined(), { timeout: 20_000, interval: 200 });

describe("a subgraph that is down (I-G4)", () => {
  it.each<{ name: Subgraph; errors: readonly string[]; rest: object }>([
    {
      name: "evaluation",
      errors: ["case.evaluations", "outlet.rating", "evaluations"],
      rest: { case: { matter: { name: "社会团体成立登记" } }, outlet: { caseCounts: { open: 1 } } },
    },
    {
      name: "catalogue",
      errors: ["case.matter.name", "matter"],
      rest: { case: { openedBy: { officer: { name: expect.any(String) } }, evaluations: [] } },
    },
    {
      name: "staff",
      errors: ["case.openedBy.officer.name", "outlet"],
      rest: { case: { matter: { name: "社会团体成立登记" }, evaluations: [] }, evaluations: expect.anything() },
    },
    {
      name: "cases",
      errors: ["case", "outlet.caseCounts"],
      rest: { matter: { name: "社会团体成立登记" }, outlet: { name: expect.any(String), rating: expect.anything() } },
    },
  ])(
    "takes its own fields away, each with its path and a code, and nothing else: $name",
    async ({ name, errors: paths, rest }) => {
      const whole = await everything();
      expect(whole.errors).toBeUndefined();
      await kill(name);

      const { data, errors = [] } = await everything();

      expect(data).toMatchObject(rest);
      expect(errors.map(({ path }) => path?.join(".")).sort()).toEqual([...paths].sort());
      for (const { message, extensions } of errors) {
        expect(extensions.code).toMatch(/^SUBGRAPH_(UNREACHABLE|CONNECTION_LOST|RESTING)$/);
        expect(message).not.toMatch(/ECONN|127\.0\.0\.1|at /);
      }
      await system.restart(name);
      await recovered();
      expect((await everything()).data).toEqual(whole.data);
    },
  );
});

describe("changes while a subgraph is down", () => {
  it("keeps the right to rate a visit until evaluation is back", async () => {
    const visitId = opened.case.visit.id;
    const { token } = await acting.act<{ token: string }>(officerW2, "endVisit", { visitId }, "token: evaluationToken");
    const rating = { visitId, token, grade: "SATISFIED", channel: "DEVICE", clientMutationId: crypto.randomUUID() };
    const rate = () =>
      system.ask<object>(null, "mutation ($input: RateVisitInput!) { rateVisit(input: $input) { grade } }", {
        input: rating,
      });
    await kill("evaluation");

    expect((await rate()).errors?.[0]?.extensions.code).toBe("SUBGRAPH_UNREACHABLE");

    await system.restart("evaluation");
    await recovered();
    expect((await rate()).data).toEqual({ rateVisit: { grade: "SATISFIED" } });
    expect((await rate()).data).toEqual({ rateVisit: { grade: "SATISFIED" } }); // the same key: the same rating
  });

  it.each([
    ["catalogue", "CATALOGUE_UNAVAILABLE"],
    ["staff", "STAFF_UNAVAILABLE"],
  ] as const)("accepts nothing on facts that %s cannot confirm, and loses nothing", async (name, code) => {
    const waiting = await counter.open();
    await kill(name);

    const refusal = await acting.refused(officerW2, "acceptCase", { caseId: waiting.case.id });

    expect(refusal.code).toBe(code);
    await system.restart(name);
    await recovered();
    expect(await acting.act(officerW2, "acceptCase", { caseId: waiting.case.id }, "status version")).toEqual({
      status: "ACCEPTED",
      version: waiting.case.version + 1,
    });
  });
});

describe("a subscriber while the log's subgraph goes down", () => {
  it("goes on after its cursor: nothing lost, nothing twice, in order (I-G5)", async () => {
    interface Step {
      readonly cursor: string;
      readonly type: string;
      readonly version: number;
      readonly caseId: string;
      readonly case: { readonly matter: { readonly name: string } };
    }
    await using board = follow<Step>(system.url, CASE_EVENTS, { outletId: "taoshan-hall" }, "0");
    const { case: one } = await counter.underReview();
    await board.until(({ caseId, type }) => caseId === one.id && type === "CasePickedUp");
    const steps = counter.steps(one.id);

    for (const step of steps) {
      await kill("cases");
      await system.restart("cases");
      await recovered();
      await step();
    }

    await board.until(({ caseId, type }) => caseId === one.id && type === "CaseDelivered");
    const seen = board.received.filter(({ caseId }) => caseId === one.id);
    expect(seen.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(seen.every((event) => event.case.matter.name === "社会团体成立登记")).toBe(true);
    const cursors = board.received.map(({ cursor }) => BigInt(cursor));
    expect(cursors).toEqual([...new Set(cursors)].sort((a, b) => (a < b ? -1 : 1)));
    // The gateway takes the stream up by itself; where it cannot, it says why the stream ended.
    for (const ending of board.endings) expect(ending).toMatch(/SUBGRAPH_(UNREACHABLE|CONNECTION_LOST|RESTING)/);
  });
});
