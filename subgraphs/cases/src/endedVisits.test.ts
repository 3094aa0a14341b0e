import { serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EndedVisits } from "./endedVisits.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

const ENDED = `query ($after: String!, $first: Int!) {
  endedVisits(after: $after, first: $first) { cursor visits { visitId outletId officerId endedAt } }
}`;

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
});
afterAll(() => cases[Symbol.asyncDispose]());

const ask = async (after: string, first: number) =>
  answered(await cases.ask<{ endedVisits: EndedVisits }>(serviceCaller("evaluation"), ENDED, { after, first }))
    .endedVisits;

/** Somebody comes to the window, and is done. */
async function visit(): Promise<string> {
  await cases.act(
    officer,
    "takeTicket",
    { outletId: "taoshan-hall", windowId: "taoshan-w2", lane: "NORMAL" },
    "number",
  );
  const { id } = answered(await cases.act<{ id: string }>(officer, "callNextTicket", { windowId: "taoshan-w2" }, "id"));
  await cases.act(officer, "endVisit", { visitId: id }, "evaluationToken");
  return id;
}

describe("the visits that have ended", () => {
  it("are told in the order of the log, stretch by stretch, each once", async () => {
    const visits = [await visit(), await visit(), await visit()];

    const first = await ask("0", 2);
    const second = await ask(first.cursor, 2);

    expect([...first.visits, ...second.visits].map(({ visitId }) => visitId)).toEqual(visits);
    expect(first.visits[0]).toMatchObject({ outletId: "taoshan-hall", officerId: officer.claims.staffId });
    expect(await ask(second.cursor, 2)).toEqual({ cursor: second.cursor, visits: [] });
  });

  it("are told to siblings only", async () => {
    const { errors } = await cases.ask(officer, ENDED, { after: "0", first: 1 });

    expect(errors?.[0]?.extensions.code).toBe("SERVICE_ONLY");
  });
});
