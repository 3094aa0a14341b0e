import { describe, expect, it } from "vitest";
import { FacilityUnknown, facilityScores, requireFacilities } from "./facility.js";
import { NameNotStandard, type NamingRule, requireStandardName } from "./naming.js";
import type { Outlet } from "./outlet.js";
import { OutletPlaceInvalid, requirePlace } from "./outletPlace.js";
import {
  BenchmarkNotEarned,
  dimensionScores,
  GradeNotEarned,
  missingItems,
  reaches,
  requireEarned,
  type StandardCheck,
  standardItems,
  yearlyTrend,
} from "./outletStandard.js";
import { villageCoverage } from "./villageCoverage.js";

const aCheck = (given: Partial<StandardCheck> = {}): StandardCheck => ({
  ...{ id: "check-1", outletId: "town", checkedOn: "2026-03-02", met: standardItems, grade: null },
  checkedById: "supervisor",
  ...given,
});
const town = ["WINDOW_AREA", "SELF_SERVICE_AREA", "WAITING_AREA", "REST_AREA"];
const devices = ["COMPUTER", "PRINTER", "DOCUMENT_CAMERA", "TELEPHONE"];

describe("what an outlet has", () => {
  it("is held against four areas (R009), five devices (R010), three signs (R011) and the comforts (R199)", () => {
    const scores = facilityScores("STREET_CENTRE", [...town, ...devices, "WHEELCHAIR"], false);

    expect(scores.map(({ group, missing }) => [group, missing])).toEqual([
      ["AREAS", []],
      ["DEVICES", ["EVALUATION_DEVICE"]],
      ["SIGNS", ["WINDOW_SIGN", "POST_SIGN", "MATTER_BOARD"]],
      ["COMFORT", ["READING_GLASSES", "FIRST_AID_KIT", "BARRIER_FREE"]],
    ]);
  });

  it("lets a code to scan do for the evaluation device (R010)", () => {
    const [, withCode] = facilityScores("STREET_CENTRE", [...devices, "EVALUATION_QR"], false);

    expect(withCode?.missing).toEqual([]);
  });

  it("is ten ones at a village point, the agent among them by the post held, not by the list (R012)", () => {
    const nine = [
      ...["SERVICE_DESK", "NAME_PLATE", "COMPUTER", "CASE_SYSTEM", "LEDGER"],
      ...["TELEPHONE", "NOTICE_BOARD", "GUIDES", "SERVICE_CARD"],
    ];
    const tenOnes = (agent: boolean) => facilityScores("VILLAGE_STATION", [...nine, "AGENT"], agent)[0];

    expect(tenOnes(false)?.missing).toEqual(["AGENT"]);
    expect(tenOnes(true)?.present).toHaveLength(10);
    expect(() => requireFacilities(["AGENT"])).toThrow(FacilityUnknown);
    expect(requireFacilities(["FAX", "COMPUTER", "FAX"])).toEqual(["COMPUTER", "FAX"]);
  });

  it("offers printing, fax and payment on behalf at village points (R201)", () => {
    const services = facilityScores("VILLAGE_STATION", ["FAX"], true).find(({ group }) => group === "SERVICES");

    expect(services).toMatchObject({ present: ["FAX"], missing: ["PRINTING", "PAYMENT_ON_BEHALF"] });
  });
});

describe("the ten items of the standard (R008)", () => {
  it("names what is missing, and scores the four dimensions of the programme (R007)", () => {
    const check = aCheck({ met: standardItems.filter((item) => item !== "STAFFING") });

    expect(missingItems(check)).toEqual(["STAFFING"]);
    expect(dimensionScores(check)).toEqual([
      { dimension: "INSTITUTION", score: 1 },
      { dimension: "TEAM", score: 0.5 },
      { dimension: "PROCESS", score: 1 },
      { dimension: "FACILITIES", score: 1 },
    ]);
  });

  it("shows the last check of each year as the trend (R007)", () => {
    const days = ["2025-11-01", "2024-03-01", "2025-02-01"];

    const trend = yearlyTrend(days.map((checkedOn) => aCheck({ checkedOn })));

    expect(trend.map(({ checkedOn }) => checkedOn)).toEqual(["2024-03-01", "2025-11-01"]);
  });
});

describe("an outlet's grade (R015)", () => {
  const complete = facilityScores("STREET_CENTRE", [...town, ...devices, "EVALUATION_DEVICE"], false);
  const incomplete = facilityScores("STREET_CENTRE", town, false);

  it("orders basic below standard below benchmark", () => {
    expect(reaches("STANDARD", "BASIC")).toBe(true);
    expect(reaches("BASIC", "STANDARD")).toBe(false);
    expect(reaches(null, "BASIC")).toBe(false);
  });

  it("is not given while areas or devices are missing, nor the highest without all ten items", () => {
    expect(() => requireEarned(aCheck({ grade: "BASIC" }), incomplete)).toThrow(GradeNotEarned);
    expect(() => requireEarned(aCheck({ grade: "BENCHMARK", met: ["SIGNS"] }), complete)).toThrow(BenchmarkNotEarned);
    expect(requireEarned(aCheck({ grade: null }), incomplete).grade).toBeNull();
    expect(requireEarned(aCheck({ grade: "BENCHMARK" }), complete).grade).toBe("BENCHMARK");
  });
});

describe("what an outlet is called (R013)", () => {
  const rule: NamingRule = {
    ...{ regionId: "r", kind: "VILLAGE_STATION", pattern: ".+民生服务代办点", example: "XX村民生服务代办点" },
    ...{ effectiveFrom: "2021-05-24", effectiveTo: "2023-05-23" },
    sentence: "村(社区)便民服务机构名称统一为“XX村(社区)民生服务代办点”",
    source: "《推进基层审批服务便民化改革实施方案》",
  };
  const name = (given: string, day = "2022-01-01") => requireStandardName(given, "VILLAGE_STATION", [rule], day);

  it("is as the region's rule says, while the rule is in force and for its kind", () => {
    expect(() => name("幸福村便民服务站")).toThrow(NameNotStandard);
    expect(() => name("民生服务代办点")).toThrow(NameNotStandard);
    expect(() => name("幸福村民生服务代办点")).not.toThrow();
    expect(() => name("幸福村便民服务站", "2023-05-24")).not.toThrow();
    expect(() => requireStandardName("任意名称", "AGENT_POINT", [rule], "2022-01-01")).not.toThrow();
  });
});

describe("where an outlet stands", () => {
  const hall = { kind: "CENTRE", openedOn: "2021-01-01", closedOn: null } as Outlet;
  const given = { name: "示例", nameEn: "Example", locality: "示例", address: "", phone: "" };

  it("is below one of the level above; a partner's may be inside a centre, and says whose it is (R017, R018)", () => {
    const bank = { ...given, kind: "PARTNER_OUTLET", partnerKind: "BANK" } as const;

    expect(requirePlace(bank, hall, "2026-03-02")).toEqual(bank);
    expect(() => requirePlace({ ...bank, partnerKind: null }, hall, "2026-03-02")).toThrow(OutletPlaceInvalid);
    expect(() => requirePlace({ ...bank, kind: "VILLAGE_STATION" }, hall, "2026-03-02")).toThrow(OutletPlaceInvalid);
    expect(() => requirePlace(bank, { ...hall, closedOn: "2026-03-02" }, "2026-03-02")).toThrow(OutletPlaceInvalid);
  });
});

describe("every village has a point and an online station (R014)", () => {
  it("or is named, as of a day", () => {
    const point = (locality: string, facilities: string[], openedOn = "2024-01-01") =>
      ({ kind: "VILLAGE_STATION", locality, facilities, openedOn, closedOn: null }) as unknown as Outlet;
    const outlets = [point("甲村", ["ONLINE_STATION"]), point("乙村", []), point("丙村", [], "2026-01-01")];

    expect(villageCoverage(["甲村", "乙村", "丙村"], outlets, "2025-12-31")).toEqual({
      ...{ villages: 3, withPoint: 2, withOnlineStation: 1, missing: ["丙村"], offline: ["乙村"] },
    });
  });
});
