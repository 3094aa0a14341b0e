import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prefilled } from "./domain/form.js";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { applicant, officer } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
  const formFields = ["address", "area"].map((key) => ({ key, name: key, required: false }));
  cases.world.matter = { ...cases.world.matter, guide: { ...cases.world.matter.guide, formFields } };
});
afterAll(() => cases[Symbol.asyncDispose]());

const form = (key: string, value: string) => ({ form: [{ key, value }] });
const other = { applicant: { applicantId: "applicant-2", kind: "PERSON", name: "示例" } };
const ask = async (caller = applicant) => {
  const answer = await cases.ask<{ prefill: object[] | null }>(caller, `{ prefill(matterId: "m") { key value } }`);
  return answered(answer).prefill;
};

describe("a form filled in for the second time (R066)", () => {
  it("knows what the same applicant filled in before, the newest, and nobody else's", async () => {
    await opened(cases, form("address", "旧址"));
    cases.world.now = new Date(cases.world.now.getTime() + 60_000);
    await opened(cases, form("address", "新址"));
    await opened(cases, { ...other, ...form("area", "别人的") });

    expect(await ask()).toEqual([{ key: "address", value: "新址" }]);
    expect(await ask(officer)).toEqual([]);
    expect(await ask(anonymous)).toEqual([]);
  });

  it("takes only fields that the form asks for, and no empty ones", () => {
    const fields = [{ key: "address", name: "地址", required: true }];
    const earlier = [
      [{ key: "address", value: " " }],
      [
        { key: "address", value: "示例路" },
        { key: "age", value: "7" },
      ],
    ];

    expect(prefilled(fields, earlier)).toEqual([{ key: "address", value: "示例路" }]);
  });
});
