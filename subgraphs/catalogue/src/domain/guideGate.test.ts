import { officialCalendar } from "@yimen/workdays/officialCalendar";
import { isWithin } from "@yimen/workdays/timeLimit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aGuide, aMaterial } from "../testing/guides.js";
import { checkGuide } from "./guideGate.js";

const none: ReadonlySet<string> = new Set();
const wd = (value: number) => ({ value, unit: "WORKING_DAY" }) as const;
const publish =
  (given: Parameters<typeof aGuide>[0], cancelled = none) =>
  () =>
    checkGuide("m", aGuide(given), cancelled);

describe("a guide", () => {
  it("is published when it is complete", () => {
    expect(publish({})).not.toThrow();
  });

  it("may promise exactly what the law allows (R036)", () => {
    expect(publish({ promisedLimit: wd(20), statutoryLimit: wd(20) })).not.toThrow();
  });

  it("may have no statutory limit", () => {
    expect(publish({ statutoryLimit: null })).not.toThrow();
  });

  it.each([
    ["without conditions", publish({ acceptanceConditions: [] }), "GUIDE_INCOMPLETE", "R027"],
    ["without a procedure", publish({ steps: [] }), "GUIDE_INCOMPLETE", "R027"],
    ["with minus one copy", publish({ materials: [aMaterial({ copies: -1 })] }), "GUIDE_NUMBER_BELOW_ZERO", "R027"],
    ["promising more than the law allows", publish({ promisedLimit: wd(21) }), "PROMISE_ABOVE_STATUTORY", "R036"],
    [
      "promising working days that may exceed calendar days",
      publish({ promisedLimit: wd(20), statutoryLimit: { value: 20, unit: "CALENDAR_DAY" } }),
      "PROMISE_ABOVE_STATUTORY",
      "R036",
    ],
    [
      "with one field of the form twice",
      publish({ formFields: ["a", "a"].map((key) => ({ key, name: "示例", required: true })) }),
      "GUIDE_KEY_NOT_VALID",
      "R038",
    ],
    [
      "with a situation that needs what is not on its list",
      publish({
        questions: [{ key: "q", text: "?", options: [{ key: "yes", text: "是", materialCodes: ["nowhere"] }] }],
      }),
      "GUIDE_KEY_NOT_VALID",
      "R038",
    ],
    [
      "asking without a legal basis",
      publish({ materials: [aMaterial({ basis: " " })] }),
      "MATERIAL_WITHOUT_BASIS",
      "R061",
    ],
    [
      "asking for a cancelled proof",
      publish({ materials: [aMaterial({ type: "RESIDENCE_PROOF" })] }, new Set(["RESIDENCE_PROOF"])),
      "CANCELLED_PROOF_REQUIRED",
      "R039",
    ],
    [
      "with a deferrable material without a limit",
      publish({ materials: [aMaterial({ deferrable: true })] }),
      "DEFERRAL_WITHOUT_LIMIT",
      "R060",
    ],
    [
      "asking twice under one code",
      publish({ materials: [aMaterial(), aMaterial()] }),
      "MATERIAL_CODE_REPEATED",
      "R061",
    ],
  ])("%s is refused", (_, act, code, rule) => {
    expect(act).toThrow(expect.objectContaining({ code, rule: expect.objectContaining({ id: rule }) }));
  });
});

describe("an instant matter (R040, I-C6)", () => {
  const special = (kind: "OTHER" | "EXTENSION") => [{ kind, name: "现场核查", limit: null }];
  const refusal = expect.objectContaining({
    code: "INSTANT_GUIDE_WAITS",
    rule: expect.objectContaining({ id: "R040" }),
  });

  it("promises at once, or within the day, and has no procedure that pauses (I-C6)", () => {
    expect(publish({ kind: "INSTANT", promisedLimit: wd(0) })).not.toThrow();
    expect(publish({ kind: "INSTANT", promisedLimit: wd(1) })).not.toThrow();
  });

  it.each([
    ["promises three days", { promisedLimit: wd(3) }],
    ["has an inspection", { promisedLimit: wd(1), specialProcedures: special("OTHER") }],
    ["may be prolonged", { promisedLimit: wd(1), specialProcedures: special("EXTENSION") }],
  ])("is refused when it %s (I-C6)", (_, given) => {
    expect(publish({ kind: "INSTANT", ...given })).toThrow(refusal);
  });

  it("is published only so, whatever it promises (I-C6)", () => {
    const limits = fc.record({
      value: fc.nat(40),
      unit: fc.constantFrom("WORKING_DAY" as const, "CALENDAR_DAY" as const, "HOUR" as const, "MONTH" as const),
    });
    fc.assert(
      fc.property(limits, fc.boolean(), (promisedLimit, pauses) => {
        const guide = { kind: "INSTANT" as const, promisedLimit, statutoryLimit: null };
        const act = publish({ ...guide, specialProcedures: pauses ? special("OTHER") : [] });
        if (pauses || !isWithin(promisedLimit, wd(1), officialCalendar)) expect(act).toThrow(refusal);
        else expect(act).not.toThrow();
      }),
    );
  });
});
