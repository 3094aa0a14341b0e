import { type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFile } from "./testing/aCase.js";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, officer, socialOrganisation } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

/** Three cases of the hall: one came to the window once, one twice, and one never, which a village handed in. */
let cases: TestCases;
const village: Caller = { ...officer, claims: { staffId: "agent", role: "GENERALIST", outletId: "village" } };
const act = (caller: Caller, mutation: string, input: object, fields = "id") =>
  cases.act<{ id: string; case: { id: string } }>(caller, mutation, input as Record<string, unknown>, fields);

beforeAll(async () => {
  cases = await startTestCases();
  const matterId = socialOrganisation.matterId;
  const instant = { ...socialOrganisation, guide: { ...socialOrganisation.guide, kind: "INSTANT" as const } };
  const opening = { windowId: "taoshan-w2", matterId, applicant: { kind: "PERSON", name: "测试-桃山-甲" } };
  const opened = async (presentRequirementIds: string[]) =>
    answered(await act(officer, "openCase", { ...opening, presentRequirementIds }, "case { id }")).case.id;

  cases.world.now = new Date("2026-02-27T01:30:00.000Z");
  cases.world.matter = instant;
  const once = await opened(["m1", "m2", "m3"]);
  await act(officer, "withdrawCase", { caseId: once, reason: "示例" });

  cases.world.now = new Date("2026-03-02T01:30:00.000Z");
  cases.world.matter = socialOrganisation;
  const twice = await opened(["m1"]);
  cases.world.now = new Date("2026-03-03T01:30:00.000Z");
  await act(officer, "receiveMaterials", { caseId: twice, requirementIds: ["m2"] });
  await act(officer, "withdrawCase", { caseId: twice, reason: "示例" });

  const asked = {
    outletId: "village",
    matterId,
    mode: "ONLINE",
    channel: "ONSITE",
    services: ["PROXY"],
    name: "示例老人",
  };
  cases.world.places.set("village", {
    outletId: "village",
    kind: "VILLAGE_STATION",
    regionId: "taoshan",
    parentId: null,
  });
  const proxyRequestId = answered(await act(village, "requestProxy", { ...asked, applicantId: "applicant-1" })).id;
  await act(village, "authoriseProxy", { proxyRequestId, documentNo: "委托-1", scope: "代为提交" });
  const given = { matterId, outletId: "taoshan-hall", applicant: { kind: "PERSON", name: "示例老人" }, proxyRequestId };
  const materials = ["m1", "m2", "m3"].map(aFile);
  const never = answered(await act(village, "handInOnline", { ...given, materials }, "case { id }")).case.id;
  await act(applicant, "withdrawOwnCase", { caseId: never, reason: "示例" });
});
afterAll(() => cases[Symbol.asyncDispose]());

const ask = async <T>(query: string, caller: Caller = officer) => answered(await cases.ask<T>(caller, query));

describe("what was handed in online (R204)", () => {
  it("is told of an outlet and of its region month by month", async () => {
    for (const of of [`outletId: "taoshan-hall"`, `regionId: "taoshan"`]) {
      expect(
        await ask(
          `{ handInTrend(${of}, from: "2026-01-31", to: "2026-03-31") { month received online onlineShare change } }`,
        ),
      ).toEqual({
        handInTrend: [
          { month: "2026-01", received: 0, online: 0, onlineShare: null, change: null },
          { month: "2026-02", received: 1, online: 0, onlineShare: 0, change: null },
          { month: "2026-03", received: 2, online: 1, onlineShare: 0.5, change: 0.5 },
        ],
      });
    }
  });

  it("is nothing of a place that took nothing", async () => {
    const { handInTrend } = await ask<{ handInTrend: { received: number }[] }>(
      `{ handInTrend(outletId: "village", from: "2026-03-01", to: "2026-03-31") { received } }`,
    );

    expect(handInTrend).toEqual([{ received: 0 }]);
  });
});

describe("visits per case (R115)", () => {
  it("count the days on which the applicant was at a window, of the cases closed in the period", async () => {
    expect(
      await ask(
        `{ visitsPerCase(outletId: "taoshan-hall", from: "2026-02-01", to: "2026-03-31") { cases none one more atMostOnce } }`,
      ),
    ).toEqual({ visitsPerCase: { cases: 3, none: 1, one: 1, more: 1, atMostOnce: 2 / 3 } });
    expect(
      await ask(`{ visitsPerCase(regionId: "taoshan", from: "2026-02-01", to: "2026-02-28") { cases atMostOnce } }`),
    ).toEqual({ visitsPerCase: { cases: 1, atMostOnce: 1 } });
  });
});

describe("what siblings ask about villages (R129)", () => {
  it("are the simple cases an outlet finished, and those its agents handed in online", async () => {
    const { outletVolumes } = await ask<{ outletVolumes: { outletId: string }[] }>(
      `{ outletVolumes(outletIds: ["taoshan-hall", "village"], from: "2026-02-01", to: "2026-03-31") { outletId received closed online simpleClosed proxied } }`,
      serviceCaller("evaluation"),
    );

    expect(outletVolumes.toSorted((one, other) => one.outletId.localeCompare(other.outletId))).toEqual([
      { outletId: "taoshan-hall", received: 3, closed: 3, online: 1, simpleClosed: 1, proxied: 0 },
      { outletId: "village", received: 0, closed: 0, online: 0, simpleClosed: 0, proxied: 1 },
    ]);
  });
});
