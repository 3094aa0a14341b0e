import { describe, expect, it } from "vitest";
import { type AppointmentRule, appointmentGaps } from "./appointment.js";
import { managersOf } from "./managers.js";
import type { Outlet } from "./outlet.js";
import { aPost } from "./roster.fixture.js";
import { type Establishment, type StaffingRule, staffingViolations } from "./staffing.js";
import type { Station } from "./station.js";
import {
  join,
  membershipOn,
  NotInTeam,
  requireAgentFor,
  rotate,
  rotationDue,
  type TeamMembership,
  TeamNeedsAgent,
  TeamTermNotOver,
} from "./team.js";
import { topicCoverage } from "./topicCoverage.js";
import { type TrainingForm, type TrainingSession, trainingForms } from "./training.js";
import { requireRecordable } from "./trainingRecord.js";

const validity = { effectiveFrom: "2021-05-24", effectiveTo: "2023-05-23" };
const day = "2022-03-01";
const town = { id: "town", kind: "STREET_CENTRE", openedOn: "2021-01-01", closedOn: null } as Outlet;
const held = (postId: string, staffId = postId) => ({ postId, staffId, from: "2021-06-01", until: null });
const establishment = (given: Partial<Establishment>): Establishment => ({
  ...{ outlets: [town], windows: [], windowDepartments: [], posts: [], holdings: [] },
  ...given,
});

describe("who leads a town and a department", () => {
  const rule = (ruleId: string, role: StaffingRule["role"], min: number, max: number): StaffingRule => ({
    ...{ regionId: "r", ruleId, scope: "OUTLET", outletKinds: ["STREET_CENTRE"], role, min, max },
    ...{ ...validity, sentence: "", source: "" },
  });
  const broken = (rules: StaffingRule[], given: Partial<Establishment>) =>
    staffingViolations(rules, establishment(given), day).map((each) => [each.rule.ruleId, each.actual]);

  it("is one leader in charge and one director (R139), and one or two specialists for matters (R029)", () => {
    const rules = [
      rule("R139-leader", "LEADER_IN_CHARGE", 1, 1),
      rule("R139-director", "CENTRE_DIRECTOR", 1, 1),
      rule("R029", "MATTER_SPECIALIST", 1, 2),
    ];
    const post = (id: string, role: StaffingRule["role"]) => aPost(id, { outletId: "town", role });
    const complete = [
      post("leader", "LEADER_IN_CHARGE"),
      post("director", "CENTRE_DIRECTOR"),
      post("specialist", "MATTER_SPECIALIST"),
    ];
    const holdings = complete.map(({ id }) => held(id));

    expect(broken(rules, { posts: complete, holdings })).toEqual([]);
    const second = post("second", "CENTRE_DIRECTOR");
    expect(broken(rules, { posts: [...complete, second], holdings: [...holdings, held("second")] })).toEqual([
      ["R139-director", 2],
    ]);
    expect(broken(rules, { posts: complete, holdings: holdings.slice(1, 2) })).toEqual([
      ["R139-leader", 0],
      ["R029", 0],
    ]);
  });

  it("is one director of the approval office in each department (R143)", () => {
    const r143: StaffingRule = { ...rule("R143", "DIRECTOR", 1, 1), scope: "DEPARTMENT", outletKinds: [] };
    const windowDepartments = [{ windowId: "w", departmentId: "civil-affairs", mode: "STATIONED" } as const];
    const posts = [aPost("office", { role: "DIRECTOR", departmentId: "civil-affairs", windowId: null })];

    expect(broken([r143], { windowDepartments, posts, holdings: [held("office")] })).toEqual([]);
    expect(broken([r143], { windowDepartments, posts })).toEqual([["R143", 0]]);
  });
});

describe("how people are appointed", () => {
  const rule = (given: Partial<AppointmentRule>): AppointmentRule => ({
    ...{ regionId: "r", ruleId: "R144", role: "VILLAGE_AGENT", mode: null, employments: ["PART_TIME"] },
    ...{ origins: ["GRID_WORKER", "COMMITTEE_MEMBER"], ...validity, sentence: "", source: "" },
    ...given,
  });
  const person = (
    id: string,
    employment: "PART_TIME" | "CENTRE_FULLTIME",
    origin: "GRID_WORKER" | "VOLUNTEER" | null,
  ) => ({ id, employment, origin }) as const;

  it("is part-time, from the grid or the committee, in a village (R144)", () => {
    const posts = ["good", "unknown", "full"].map((id) => aPost(id, { role: "VILLAGE_AGENT", windowId: null }));
    const people = [
      person("good", "PART_TIME", "GRID_WORKER"),
      person("unknown", "PART_TIME", null),
      person("full", "CENTRE_FULLTIME", "GRID_WORKER"),
    ];
    const village = establishment({ posts, holdings: posts.map(({ id }) => held(id)) });

    expect(appointmentGaps([rule({})], village, people, day).map(({ staffId, fault }) => [staffId, fault])).toEqual([
      ["unknown", "ORIGIN"],
      ["full", "EMPLOYMENT"],
    ]);
    expect(appointmentGaps([rule({})], village, people, "2023-05-24")).toEqual([]);
  });

  it("is full-time at a window to which departments entrusted their matters, and only there (R146)", () => {
    const r146 = rule({
      ruleId: "R146",
      role: "WINDOW_OFFICER",
      mode: "ENTRUSTED",
      employments: ["CENTRE_FULLTIME"],
      origins: [],
    });
    const hall = establishment({
      posts: [aPost("w2-a", { windowId: "w2" }), aPost("w1-a", { windowId: "w1" })],
      windowDepartments: [
        { windowId: "w1", departmentId: "education", mode: "STATIONED" },
        { windowId: "w2", departmentId: "civil-affairs", mode: "ENTRUSTED" },
      ],
      holdings: [held("w2-a"), held("w1-a")],
    });
    const people = ["w2-a", "w1-a"].map((id) => person(id, "PART_TIME", "GRID_WORKER"));

    expect(appointmentGaps([r146], hall, people, day)).toEqual([
      { staffId: "w2-a", postId: "w2-a", fault: "EMPLOYMENT", ruleId: "R146" },
    ]);
  });

  it("lets volunteers guide and assist, and nothing else (R145)", () => {
    const posts = [aPost("window"), aPost("agent", { role: "STREET_AGENT", windowId: null })];
    const people = posts.map(({ id }) => person(id, "PART_TIME", "VOLUNTEER"));

    const gaps = appointmentGaps([], establishment({ posts, holdings: posts.map(({ id }) => held(id)) }), people, day);

    expect(gaps).toEqual([{ staffId: "window", postId: "window", fault: "VOLUNTEER_POST", ruleId: null }]);
  });
});

describe("professional teams (R159, R160)", () => {
  const since = (staffId: string, from: string, kind: TeamMembership["kind"] = "ACCEPTANCE"): TeamMembership => ({
    ...{ regionId: "r", kind, staffId, from, until: null },
  });

  it("tell who has served the term in acceptance, the longest first; never before the two years of a post (R141)", () => {
    const all = [
      since("b", "2024-03-02"),
      since("c", "2024-03-03"),
      since("a", "2023-01-01"),
      since("d", "2020-01-01", "SURVEY"),
    ];

    expect(rotationDue(all, "2026-03-02").map(({ staffId }) => staffId)).toEqual(["a", "b"]);
  });

  it("rotate from acceptance to approval after the term, from no other team and not before", () => {
    const [ended, begun] = rotate([since("a", "2024-02-29")], "a", "2026-02-28");

    expect([ended.until, begun.kind, begun.from]).toEqual(["2026-02-28", "APPROVAL", "2026-02-28"]);
    expect(membershipOn([ended, begun], "2026-02-28")).toEqual(begun);
    expect(() => rotate([since("a", "2024-03-02")], "a", "2026-03-01")).toThrow(TeamTermNotOver);
    expect(() => rotate([since("a", "2020-01-01", "APPROVAL")], "a", "2026-03-01")).toThrow(NotInTeam);
    expect(() => join([since("a", "2024-03-02")], since("a", "2026-03-02", "SURVEY"))).toThrow("已在一支专业队伍");
  });
});

describe("the team that acts across provinces (R121)", () => {
  it("is made of agents, whatever else they do; other teams of anybody", () => {
    expect(() => requireAgentFor("CROSS_PROVINCE_AGENCY", "a", ["APPROVER", "VILLAGE_AGENT"])).not.toThrow();
    expect(() => requireAgentFor("CROSS_PROVINCE_AGENCY", "a", ["WINDOW_OFFICER"])).toThrow(TeamNeedsAgent);
    expect(() => requireAgentFor("CROSS_PROVINCE_AGENCY", "a", [])).toThrow(TeamNeedsAgent);
    expect(() => requireAgentFor("SURVEY", "a", ["WINDOW_OFFICER"])).not.toThrow();
  });
});

describe("dual management", () => {
  const at = (kind: Station["kind"]) => ({ outletId: "here", parentId: "above", kind }) as Station;
  const person = (homeDepartmentId: string | null, police = false) => ({ staffId: "a", homeDepartmentId, police });

  it("is the centre and the home department in a hall (R164)", () => {
    expect(managersOf(person("water"), at("CENTRE"))).toEqual({
      ...{ dailyOutletId: "here", businessDepartmentId: "water", dual: true },
    });
    expect(managersOf(person(null), at("CENTRE")).dual).toBe(false);
  });

  it("is the town and the home unit for police (R165)", () => {
    expect(managersOf(person("police", true), at("STREET_CENTRE"))).toEqual({
      ...{ dailyOutletId: "here", businessDepartmentId: "police", dual: true },
    });
  });

  it("is the town centre above and the village committee for village agents (R166)", () => {
    expect(managersOf(person(null), at("VILLAGE_STATION"))).toEqual({
      ...{ dailyOutletId: "above", businessDepartmentId: null, dual: true },
    });
  });
});

describe("the six topics of a year (R156)", () => {
  it("are covered by that year's trainings, and the others are named", () => {
    const session = (heldOn: string, topics: TrainingSession["topics"]) => ({ heldOn, topics }) as TrainingSession;

    const coverage = topicCoverage(
      [session("2025-12-31", ["POLITE_LANGUAGE"]), session("2026-01-05", ["PLATFORM_USE", "MATERIAL_TRANSFER"])],
      2026,
    );

    expect(coverage.covered).toEqual(["PLATFORM_USE", "MATERIAL_TRANSFER"]);
    expect(coverage.missing).toEqual([
      ...["HIGH_FREQUENCY_MATTERS", "COMMON_QUESTIONS", "SERVICE_ETIQUETTE", "POLITE_LANGUAGE"],
    ]);
  });
});

describe("the forms of a training", () => {
  const held = (form: TrainingForm): TrainingSession => ({
    ...{ id: "t", outletId: "town", level: "STREET", departmentId: null, heldOn: "2026-03-02", form },
    ...{ topics: ["PLATFORM_USE"], attendeeIds: ["a"] },
  });

  it("are four by one plan (R157) and three by another (R158), and each can be recorded", () => {
    const four: TrainingForm[] = ["AT_THE_DOOR", "REMOTE_GUIDANCE", "HANDS_ON", "CENTRALISED"];
    const three: TrainingForm[] = ["THEMATIC", "POST_DRILL", "OBSERVATION"];

    expect([...four, ...three].toSorted()).toEqual([...trainingForms].sort());
    expect(trainingForms.map((form) => requireRecordable(held(form), "2026-03-02").form)).toEqual(trainingForms);
  });
});
