import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const REGION = /* GraphQL */ `
  query ($id: ID!, $asOf: PlainDate) {
    region(id: $id) {
      networkCompleteness(asOf: $asOf) { label required present missing state }
      staffingCompliance(asOf: $asOf) { compliant violations { rule { id sentence } subjectId outlet { name } min max actual } }
    }
  }
`;
interface Measured {
  readonly region: {
    readonly networkCompleteness: readonly object[];
    readonly staffingCompliance: { readonly compliant: boolean; readonly violations: readonly object[] };
  };
}
const measure = async (id: string, asOf: string | null = null) => {
  const { data, errors } = await staff.ask<Measured>(anonymous, REGION, { id, asOf });
  expect(errors).toBeUndefined();
  return data.region;
};

describe("the seed of 山阳区", () => {
  it("is the network 1+9+N, complete (R001, R002)", async () => {
    expect((await measure("shanyang")).networkCompleteness).toEqual([
      { label: "1", required: 1, present: 1, missing: [], state: "COMPLETE" },
      { label: "9", required: 9, present: 9, missing: [], state: "COMPLETE" },
      { label: "N", required: null, present: 3, missing: [], state: "COMPLETE" },
    ]);
  });

  it("is staffed as the plan asks (R133–R137)", async () => {
    expect((await measure("shanyang")).staffingCompliance).toEqual({ compliant: true, violations: [] });
  });

  it("breaks the rule by name when a community has one agent left (R136), and did not before (I-G10)", async () => {
    await staff.db.postHolding.updateMany({
      where: { postId: "shanyang-street-2-community-1-agent-b" },
      data: { validUntil: "2026-02-01" },
    });

    expect((await measure("shanyang", "2026-01-31")).staffingCompliance.compliant).toBe(true);
    expect((await measure("shanyang", "2026-02-01")).staffingCompliance.violations).toEqual([
      {
        rule: { id: "R136", sentence: "各村(社区)明确2名帮办代办员" },
        subjectId: "shanyang-street-2-community-1",
        outlet: { name: "焦东街道示例第一社区便民服务站" },
        min: 2,
        max: 2,
        actual: 1,
      },
    ]);
  });
});

describe("the seed of 桃山区", () => {
  it("has one chief representative in each department at its windows (R083)", async () => {
    expect((await measure("taoshan")).staffingCompliance).toEqual({ compliant: true, violations: [] });
  });

  it("has the three comprehensive windows of the plan (R076–R078)", async () => {
    const query = `{ windows(outletId: "taoshan-hall") { name kind departments { mode department { name } } } }`;
    const { data } = await staff.ask<{ windows: { kind: string }[] }>(anonymous, query);
    const at = (mode: string, ...names: string[]) =>
      names.map((name) => ({ mode, department: { name: `桃山区${name}` } }));

    expect(data.windows.filter(({ kind }) => kind === "COMPREHENSIVE")).toEqual([
      { name: "综合窗口1", kind: "COMPREHENSIVE", departments: at("STATIONED", "教育局") },
      { name: "综合窗口2", kind: "COMPREHENSIVE", departments: at("ENTRUSTED", "民政局", "农业农村局", "水务局") },
      { name: "综合窗口3", kind: "COMPREHENSIVE", departments: at("ENTRUSTED", "应急局", "文旅局", "财政局") },
    ]);
  });
});

describe("outlets that are open", () => {
  it("at two in the morning are the terminals only (R021)", async () => {
    const query = `query ($at: Instant!) { outlets(regionId: "taoshan", openAt: $at) { id openNow opensNext closesAt } }`;
    const { data } = await staff.ask<{ outlets: object[] }>(anonymous, query, { at: "2026-03-02T18:00:00Z" });

    expect(data.outlets).toEqual([{ id: "taoshan-terminal-1", openNow: true, opensNext: null, closesAt: null }]);
  });
});
