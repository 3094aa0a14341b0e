import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { type Counter, MATTER, openCounter } from "./counter.js";
import type { Fetch } from "./countingLink.js";
import { OUTLETS_NEAR, WHOLE_CASE } from "./documents.js";
import { personas } from "./personas.js";
import { type Subgraph, type System, startSystem } from "./system.js";

const { officerW2, officerW2B, approverCivil, centreDirector } = personas;
const names: readonly Subgraph[] = ["catalogue", "cases", "staff", "evaluation"];

let system: System;
let acting: ReturnType<typeof actingIn>;
let counter: Counter;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00", counting: true });
  acting = actingIn(system);
  counter = await openCounter(system);
});
afterAll(() => system?.[Symbol.asyncDispose]());

interface Nearby {
  readonly distance: number | null;
  readonly outlet: { readonly id: string };
}

/** What each subgraph was asked for one answer. */
async function fetchesOf(query: string, variables: Record<string, unknown>) {
  for (const name of names) system.link(name).look();
  const answer = await acting.ask<Record<string, unknown>>(centreDirector, query, variables);
  return { answer, fetches: Object.fromEntries(names.map((name) => [name, system.link(name).look()])) };
}

const counts = (fetches: Record<string, readonly Fetch[]>) =>
  Object.fromEntries(Object.entries(fetches).map(([name, all]) => [name, all.length]));

/** Fetches that one subgraph was sent at the same time: they belong to one level of the plan. */
const side = (all: readonly Fetch[]) =>
  all.filter((one) => all.some((other) => other !== one && other.began < one.ended && one.began < other.ended));

describe("what an answer costs", () => {
  it("asks each subgraph at most once per level for a whole case (R082, I-G6)", async () => {
    const { case: opened } = await counter.underReview();
    for (const step of counter.steps(opened.id)) await step();
    const { token } = await acting.act<{ token: string }>(
      officerW2B,
      "endVisit",
      { visitId: opened.visit.id },
      "token: evaluationToken",
    );
    const bad = { visitId: opened.visit.id, token, grade: "DISSATISFIED", channel: "QR", tags: ["WAITING"] };
    await acting.act(null, "rateVisit", bad, "id");

    const { fetches } = await fetchesOf(WHOLE_CASE, { id: opened.id });

    expect(Object.values(fetches).flatMap(side)).toEqual([]);
    // Names that catalogue and evaluation refer to are asked of staff together with those that cases refers to.
    expect(counts(fetches)).toEqual({ cases: 1, catalogue: 1, evaluation: 1, staff: 1 });
  });

  it("finds the nearest open outlets that take a matter in two fetches (R023, R114)", async () => {
    const here = { latitude: 30.01, longitude: 125.01, openAt: "2026-03-02T09:30:00+08:00" };
    const { answer, fetches } = await fetchesOf(OUTLETS_NEAR, { matter: MATTER, ...here });
    const { nearestOutlets } = (answer as { readonly matter: { readonly nearestOutlets: readonly Nearby[] } }).matter;
    const located = nearestOutlets.filter(({ distance }) => distance !== null);

    expect(counts(fetches)).toEqual({ cases: 0, catalogue: 1, evaluation: 0, staff: 1 });
    expect(located.map(({ outlet }) => outlet.id)).toContain("taoshan-hall");
    expect(located.map(({ distance }) => distance)).toEqual(
      located.map(({ distance }) => distance).toSorted((a, b) => Number(a) - Number(b)),
    );
    for (const { outlet } of located)
      expect(outlet).toMatchObject({ openNow: true, coordinates: { uri: expect.stringMatching(/^geo:/) } });
  });

  it("costs the same however long the history of the case is", async () => {
    const { case: short } = await counter.underReview();
    const { case: long } = await counter.underReview();
    const correction = { caseId: long.id, requirementIds: counter.requirementIds.slice(0, 1), reason: "请补正" };
    for (let round = 0; round < 4; round += 1) {
      await acting.act(approverCivil, "requestCorrection", correction);
      await acting.act(round % 2 ? officerW2 : officerW2B, "receiveCorrection", { caseId: long.id });
    }

    const one = await fetchesOf(WHOLE_CASE, { id: short.id });
    const other = await fetchesOf(WHOLE_CASE, { id: long.id });

    expect(counts(other.fetches)).toEqual(counts(one.fetches));
  });

  it("costs the same for one case and for many", async () => {
    for (let index = 0; index < 6; index += 1) await counter.open(`applicant-${index}`);
    const list = /* GraphQL */ `
      query Cases($first: Int!) {
        cases(first: $first, filter: { outletId: "taoshan-hall" }) {
          nodes {
            caseNo
            matter { name department { name phone } }
            window { name serving { officer { name } } }
            openedBy { officer { name rating { stars } } }
            evaluations { grade officer { name } }
          }
        }
      }`;

    const one = await fetchesOf(list, { first: 1 });
    const many = await fetchesOf(list, { first: 8 });

    expect(many.answer).toHaveProperty("cases.nodes.length", 8);
    expect(counts(many.fetches)).toEqual(counts(one.fetches));
    expect(Object.values(many.fetches).flatMap(side)).toEqual([]);
  });
});
