import { DomainError } from "@yimen/kernel/errors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collected, usual } from "../testing/aCase.js";
import { officerDuty, socialOrganisation } from "../testing/facts.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";
import { type DutyFacts, requireMayAccept } from "./duty.js";

/** What came of an attempt: what it returned, or the code it was refused with. */
const outcomeOf = (attempt: () => object | string | null): unknown => {
  try {
    return attempt();
  } catch (refusal) {
    if (refusal instanceof DomainError) return refusal.code;
    throw refusal;
  }
};

describe("a matter that is handed in anywhere in the county (R046)", () => {
  const place = fc.record({
    outletId: fc.constantFrom("taoshan-hall", "taoshan-street-1", "taoshan-street-2"),
    windowId: fc.constantFrom("w1", "w2", "w3"),
    windowName: fc.string(),
    regionId: fc.constant("taoshan"),
  });
  const given = fc.record({
    present: fc.subarray(["m1", "m2", "m3"]),
    committed: fc.boolean(),
    barred: fc.boolean(),
    certified: fc.boolean(),
    onDuty: fc.boolean(),
  });

  it("is accepted or refused alike, whichever outlet checks it", () => {
    fc.assert(
      fc.property(given, place, place, ({ present, committed, barred, certified, onDuty }, here, there) => {
        const check = (at: Partial<DutyFacts>) => {
          const duty = {
            ...officerDuty,
            ...at,
            present: onDuty,
            certificates: certified ? officerDuty.certificates : [],
          };
          const current = collected({ present, duty });
          const command = { ...usual("accept"), duty, committed, barred } as CaseCommand;
          return [
            outcomeOf(() => requireMayAccept(duty, socialOrganisation, duty.outletId)),
            current.materials,
            outcomeOf(() => decide(current, command)),
          ];
        };

        expect(check(there)).toEqual(check(here));
      }),
    );
  });
});

describe("exclusive acceptance by the comprehensive window (R057, I-K7)", () => {
  const departments = ["taoshan-civil-affairs", "taoshan-water"];
  const someDuty = fc.record({
    windowKind: fc.constantFrom("COMPREHENSIVE", "DEPARTMENT", "GENERALIST", "ONE_THING"),
    homeDepartmentId: fc.constantFrom(null, ...departments),
    present: fc.boolean(),
    postId: fc.constantFrom(null, "a post"),
    certificates: fc.subarray(
      departments.map((departmentId) => ({ id: `certificate of ${departmentId}`, departmentId })),
    ),
  });

  it("holds for whoever accepts an entrusted matter, at whatever window (I-K7)", () => {
    fc.assert(
      fc.property(someDuty, fc.boolean(), (duty, entrustmentEffective) => {
        const facts = { ...officerDuty, ...duty };
        const matter = { ...socialOrganisation, entrustmentEffective };
        const outcome = outcomeOf(() => requireMayAccept(facts, matter, facts.outletId));
        const refused = typeof outcome === "string" && outcome === outcome.toUpperCase();
        const exclusive = duty.windowKind === "COMPREHENSIVE" && duty.homeDepartmentId !== matter.departmentId;

        if (entrustmentEffective && !refused) expect(exclusive).toBe(true);
        if (entrustmentEffective && !exclusive) expect(outcome).toBe("ACCEPTANCE_IS_EXCLUSIVE");
        if (!entrustmentEffective) expect(outcome).not.toBe("ACCEPTANCE_IS_EXCLUSIVE");
      }),
    );
  });
});
