import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outlet, OutletKind } from "./outlet.js";
import type { StaffRole } from "./post.js";
import { aPost } from "./roster.fixture.js";
import { type Establishment, type StaffingRule, type StaffingScope, staffingViolations } from "./staffing.js";

const rule = (
  ruleId: string,
  scope: StaffingScope,
  kinds: OutletKind[],
  role: StaffRole,
  min: number,
  max: number | null,
) =>
  ({
    regionId: "shanyang",
    ruleId,
    scope,
    outletKinds: kinds,
    role,
    min,
    max,
    effectiveFrom: "2024-02-07",
    effectiveTo: null,
    sentence: "",
    source: "",
  }) satisfies StaffingRule;
const rules = [
  rule("R133", "REGION", ["CENTRE", "SUB_CENTRE"], "GENERALIST", 2, 3),
  rule("R134", "WINDOW", ["CENTRE", "SUB_CENTRE"], "DEPARTMENT_SPECIALIST", 1, null),
  rule("R135", "OUTLET", ["STREET_CENTRE"], "STREET_AGENT", 2, 3),
  rule("R136", "OUTLET", ["VILLAGE_STATION"], "VILLAGE_AGENT", 2, 2),
  rule("R137", "OUTLET", ["AGENT_POINT"], "POINT_AGENT", 2, 3),
];
const agentOf = {
  STREET_CENTRE: "STREET_AGENT",
  VILLAGE_STATION: "VILLAGE_AGENT",
  AGENT_POINT: "POINT_AGENT",
} as const;

type Counts = { generalists: number; specialists: number[]; places: [keyof typeof agentOf, number][] };

function establishmentOf({ generalists, specialists, places }: Counts): Establishment {
  const outlet = (id: string, kind: OutletKind) => ({ id, kind, openedOn: "2024-01-01", closedOn: null }) as Outlet;
  const posts = [
    ...Array.from({ length: generalists }, (_, n) => aPost(`g${n}`, { outletId: "centre", role: "GENERALIST" })),
    ...specialists.flatMap((count, w) =>
      Array.from({ length: count }, (_, n) =>
        aPost(`s${w}-${n}`, { outletId: "centre", windowId: `w${w}`, role: "DEPARTMENT_SPECIALIST" }),
      ),
    ),
    ...places.flatMap(([kind, count], p) =>
      Array.from({ length: count }, (_, n) => aPost(`p${p}-${n}`, { outletId: `place${p}`, role: agentOf[kind] })),
    ),
  ];
  return {
    outlets: [outlet("centre", "CENTRE"), ...places.map(([kind], p) => outlet(`place${p}`, kind))],
    windows: specialists.map((_, w) => ({
      id: `w${w}`,
      outletId: "centre",
      kind: "COMPREHENSIVE",
      name: `w${w}`,
      nameEn: `w${w}`,
      zone: null,
    })),
    windowDepartments: specialists.map((_, w) => ({
      windowId: `w${w}`,
      departmentId: "civil-affairs",
      mode: "ENTRUSTED",
    })),
    posts,
    holdings: posts.map(({ id }) => ({ postId: id, staffId: `holder of ${id}`, from: "2024-02-01", until: null })),
  };
}

const compliant: Counts = {
  generalists: 3,
  specialists: [1, 1],
  places: [
    ["STREET_CENTRE", 2],
    ["STREET_CENTRE", 3],
    ["VILLAGE_STATION", 2],
    ["AGENT_POINT", 2],
  ],
};
const broken = (counts: Partial<Counts>, asOf = "2024-04-01") =>
  staffingViolations(rules, establishmentOf({ ...compliant, ...counts }), asOf).map((each) => [
    each.rule.ruleId,
    each.subjectId,
    each.actual,
  ]);

describe("staffing", () => {
  it("within the plan's numbers breaks no rule", () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    ["R133", "shanyang", 1, { generalists: 1 }],
    ["R133", "shanyang", 4, { generalists: 4 }],
    ["R134", "w1", 0, { specialists: [1, 0] }],
    ["R135", "place0", 1, { places: [["STREET_CENTRE", 1]] }],
    ["R136", "place0", 3, { places: [["VILLAGE_STATION", 3]] }],
    ["R137", "place0", 4, { places: [["AGENT_POINT", 4]] }],
  ] as [string, string, number, Partial<Counts>][])(
    "breaks %s at %s with %i people",
    (ruleId, subject, actual, counts) => {
      expect(broken(counts)).toEqual([[ruleId, subject, actual]]);
    },
  );

  it("is not judged by rules before they are in force, nor after (R197)", () => {
    expect(broken({ generalists: 0 }, "2024-02-06")).toEqual([]);
  });

  it("counts nobody before the appointment begins (I-G10)", () => {
    const establishment = establishmentOf(compliant);
    const later = {
      ...establishment,
      holdings: establishment.holdings.map((each) => ({ ...each, from: "2024-05-01" })),
    };

    expect(staffingViolations(rules, later, "2024-04-30")).toHaveLength(7);
    expect(staffingViolations(rules, later, "2024-05-01")).toEqual([]);
  });

  it("agrees with counting by hand over random networks (I-S12)", () => {
    const count = fc.integer({ min: 0, max: 5 });
    const place = fc.tuple(fc.constantFrom("STREET_CENTRE", "VILLAGE_STATION", "AGENT_POINT"), count);
    const network = fc.record({
      generalists: count,
      specialists: fc.array(count, { maxLength: 6 }),
      places: fc.array(place, { maxLength: 30 }),
    }) as fc.Arbitrary<Counts>;
    const wrong = {
      STREET_CENTRE: (n: number) => n < 2 || n > 3,
      VILLAGE_STATION: (n: number) => n !== 2,
      AGENT_POINT: (n: number) => n < 2 || n > 3,
    };
    fc.assert(
      fc.property(network, (counts) => {
        const byHand =
          (counts.generalists < 2 || counts.generalists > 3 ? 1 : 0) +
          counts.specialists.filter((n) => n < 1).length +
          counts.places.filter(([kind, n]) => wrong[kind](n)).length;
        expect(staffingViolations(rules, establishmentOf(counts), "2024-04-01")).toHaveLength(byHand);
      }),
    );
  });
});
