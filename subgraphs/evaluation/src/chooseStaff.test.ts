import { randomUUID } from "node:crypto";
import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applicant } from "./testing/people.js";
import { startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

const CHOOSE = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Matter { selectableStaff(outletId: "taoshan-hall") { staffMember { id } window { id } actingFor { id } rating { count stars } } }
  }
}`;
const matter = { __typename: "Matter", id: "matter-1", department: { __typename: "Department", id: "taoshan-water" } };
const rate = (officerId: string, grade: string) => {
  const visitId = randomUUID();
  evaluation.world.visits.set(visitId, { officerId });
  return evaluation.act(applicant, "rateVisit", { visitId, grade, channel: "WEB" });
};
const at = (staffId: string, actingForId: string | null = null) => ({ staffId, windowId: "taoshan-w2", actingForId });

describe("choosing staff by rating (R182)", () => {
  it("lists those who serve now, best rated first; too few evaluations give no stars", async () => {
    await Promise.all([
      ...Array.from({ length: 5 }, () => rate("taoshan-staff-03", "SATISFIED")),
      ...Array.from({ length: 5 }, () => rate("taoshan-staff-04", "VERY_SATISFIED")),
      ...Array.from({ length: 4 }, () => rate("taoshan-staff-06", "VERY_SATISFIED")),
    ]);
    evaluation.world.selectable = [
      at("taoshan-staff-06"),
      at("taoshan-staff-03"),
      at("taoshan-staff-04", "taoshan-staff-05"),
    ];

    const { data } = await evaluation.ask<{ _entities: { selectableStaff: object[] }[] }>(anonymous, CHOOSE, {
      representations: [matter],
    });

    const choice = (id: string, count: number, stars: number | null, actingFor: string | null = null) => ({
      staffMember: { id },
      window: { id: "taoshan-w2" },
      actingFor: actingFor && { id: actingFor },
      rating: { count, stars },
    });
    expect(data._entities[0]?.selectableStaff).toEqual([
      choice("taoshan-staff-04", 5, 5, "taoshan-staff-05"),
      choice("taoshan-staff-03", 5, 4),
      choice("taoshan-staff-06", 4, null),
    ]);
  });
});
