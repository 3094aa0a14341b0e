import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, coordinator, officerA, stranger, supervisor } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code ?? null;
const complete = [
  ...["WINDOW_AREA", "SELF_SERVICE_AREA", "WAITING_AREA", "REST_AREA"],
  ...["COMPUTER", "PRINTER", "DOCUMENT_CAMERA", "TELEPHONE", "EVALUATION_QR"],
];
const outletId = "taoshan-street-1";

describe("a town against the standard (R007–R010, R015)", () => {
  it("gets no grade before what is mandatory was entered, and counts once it has one", async () => {
    const grades = `{ region(id: "taoshan") { outletGrades { towns belowBasic { id } standard benchmark } } }`;
    const check = { outletId, met: ["SIGNS", "FACILITIES"], grade: "STANDARD" };

    const early = await staff.act(supervisor, "checkOutletStandard", check);
    const equipped = await staff.act(
      centreDirector,
      "equipOutlet",
      { outletId, facilities: complete },
      "standard { facilities { group missing } }",
    );
    const graded = await staff.act(
      supervisor,
      "checkOutletStandard",
      check,
      "standard { latest { score missing grade } trend { checkedOn } }",
    );
    const again = await staff.act(supervisor, "checkOutletStandard", check);
    const { data } = await staff.ask<{ region: { outletGrades: { belowBasic: object[] } } }>(anonymous, grades);

    expect(early.errors?.[0]?.extensions).toMatchObject({ code: "GRADE_NOT_EARNED", rule: { id: "R015" } });
    expect(equipped.data).toMatchObject({
      standard: { facilities: [{ group: "AREAS", missing: [] }, { group: "DEVICES", missing: [] }, {}, {}] },
    });
    expect(graded.data).toMatchObject({
      standard: { latest: { score: 2, grade: "STANDARD" }, trend: [{ checkedOn: "2026-03-02" }] },
    });
    expect(codeOf(again)).toBe("OUTLET_ALREADY_CHECKED");
    expect(data.region.outletGrades).toMatchObject({ towns: 7, standard: 1, benchmark: 0 });
    expect(data.region.outletGrades.belowBasic).toHaveLength(6);
  });

  it("is entered by its keepers and checked by those above it, and by nobody else", async () => {
    const equip = (caller: typeof officerA) => staff.act(caller, "equipOutlet", { outletId, facilities: complete });
    const check = (caller: typeof officerA) => staff.act(caller, "checkOutletStandard", { outletId, met: [] });

    expect(codeOf(await equip(officerA))).toBe("NOT_OUTLET_KEEPER");
    expect(codeOf(await check(centreDirector))).toBe("NOT_STANDARD_ASSESSOR");
    expect(codeOf(await check(stranger))).toBe("NOT_STANDARD_ASSESSOR");
    expect(codeOf(await staff.act(anonymous, "equipOutlet", { outletId, facilities: [] }))).toBe("NOT_OUTLET_KEEPER");
  });

  it("tells the log, once for one key", async () => {
    const input = { clientMutationId: "equip-once", outletId, facilities: complete };

    await Promise.all([1, 2, 3].map(() => staff.act(coordinator, "equipOutlet", input)));

    const staffId = coordinator.claims.staffId as string;
    expect(await staff.db.staffEvent.count({ where: { type: "OUTLET_EQUIPPED", staffId } })).toBe(1);
  });
});

describe("a new outlet", () => {
  const aStation = {
    ...{ parentId: "shanyang-street-1", kind: "VILLAGE_STATION", locality: "新村", nameEn: "New village station" },
    ...{ name: "新村便民服务站", address: "示例路", phone: "0391-0000000" },
  };
  const director = {
    ...centreDirector,
    claims: { staffId: "shanyang-staff-07", outletId: "shanyang-centre", role: "CENTRE_DIRECTOR" },
  };
  const open = (given: object = {}, caller: typeof stranger = director) =>
    staff.act<{ id: string }>(caller, "openOutlet", { ...aStation, ...given }, "id parent { id } region { id }");

  it("is called as its region names such outlets (R013)", async () => {
    const refused = await open({ name: "新村民生服务代办点" });

    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: "NAME_NOT_STANDARD",
      example: "XX社区便民服务站",
      rule: { id: "R013" },
    });
    expect(codeOf(await open({ kind: "STREET_CENTRE" }))).toBe("OUTLET_PLACE_INVALID");
    expect(codeOf(await open({}, stranger))).toBe("NOT_OUTLET_KEEPER");
  });

  it("gives its village a point (R014), and a partner's stands inside the centre (R018)", async () => {
    const coverage = async () => {
      const query = `{ region(id: "shanyang") { villageCoverage { villages withPoint missing } } }`;
      return (await staff.ask<{ region: { villageCoverage: object } }>(anonymous, query)).data.region.villageCoverage;
    };
    await staff.db.village.create({ data: { regionId: "shanyang", name: "新村" } });
    const before = await coverage();

    const opened = await open();
    const bank = await open({
      ...{ parentId: "shanyang-centre", kind: "PARTNER_OUTLET", partnerKind: "BANK", name: "示例银行网点" },
    });
    const { data } = await staff.ask<{ outlet: { children: { id: string }[] } }>(
      anonymous,
      `{ outlet(id: "shanyang-centre") { children { id partnerKind } } }`,
    );

    expect(opened.data).toMatchObject({ parent: { id: "shanyang-street-1" }, region: { id: "shanyang" } });
    expect(before).toMatchObject({ villages: 21, withPoint: 20, missing: ["新村"] });
    expect(await coverage()).toMatchObject({ villages: 21, withPoint: 21, missing: [] });
    expect(data.outlet.children).toContainEqual({ id: bank.data.id, partnerKind: "BANK" });
  });
});
