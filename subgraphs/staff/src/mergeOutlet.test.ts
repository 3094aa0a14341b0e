import { anonymous, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, coordinator, officerA } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

const director = {
  ...centreDirector,
  claims: { staffId: "shanyang-staff-07", outletId: "shanyang-centre", role: "CENTRE_DIRECTOR" },
} as typeof centreDirector;
const codeOf = ({ errors }: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  errors?.[0]?.extensions.code ?? null;

describe("the zones of a hall (R024, R025, R207)", () => {
  const zone = (name: string, given: object = {}) => ({ name, nameEn: name, ...given });
  const arrange = (zones: object[], caller = coordinator) =>
    staff.act(
      caller,
      "arrangeZones",
      { outletId: "taoshan-hall", zones },
      "zones { name lifecycle approval windows { id zone } representatives { holder: staffMember { id } } } departmentsOutsideApprovalZone { id }",
    );

  it("hold windows by theme and life cycle, and the chief representatives together", async () => {
    const { data } = await arrange([
      zone("社会事务", { windowIds: ["taoshan-w2"], lifecycle: "PERSON" }),
      zone("企业服务", { windowIds: ["taoshan-w3"], lifecycle: "ENTERPRISE" }),
      zone("集中审批", { approval: true, departmentIds: ["taoshan-civil-affairs", "taoshan-water"] }),
    ]);

    expect(data).toMatchObject({
      zones: [
        { lifecycle: "PERSON", windows: [{ id: "taoshan-w2", zone: "社会事务" }] },
        { lifecycle: "ENTERPRISE", windows: [{ id: "taoshan-w3", zone: "企业服务" }] },
        { approval: true, representatives: [{ holder: { id: "taoshan-staff-22" } }, {}] },
      ],
      departmentsOutsideApprovalZone: ["agriculture", "culture-tourism", "education", "emergency", "finance"].map(
        (name) => ({ id: `taoshan-${name}` }),
      ),
    });
  });

  it.each([
    ["a window in two zones", [zone("甲", { windowIds: ["taoshan-w2"] }), zone("乙", { windowIds: ["taoshan-w2"] })]],
    ["another hall's window", [zone("甲", { windowIds: ["shanyang-w1"] })]],
    ["two zones of one life cycle", [zone("甲", { lifecycle: "PERSON" }), zone("乙", { lifecycle: "PERSON" })]],
    ["two approval zones", [zone("甲", { approval: true }), zone("乙", { approval: true })]],
    ["one name twice", [zone("甲"), zone("甲")]],
  ])("are refused with %s, and stay as they were", async (_, zones) => {
    expect(codeOf(await arrange(zones))).toBe("ZONES_INVALID");
    expect(await staff.db.hallZone.count({ where: { outletId: "taoshan-hall" } })).toBe(3);
    expect(codeOf(await arrange(zones, officerA))).toBe("NOT_OUTLET_KEEPER");
  });
});

describe("a sub-centre that is taken into its centre (R006)", () => {
  const input = { outletId: "shanyang-sub-centre", intoId: "shanyang-centre", clientMutationId: "merge-once" };
  const merge = (given: object = {}, caller = director) =>
    staff.act(caller, "mergeOutlet", { ...input, ...given }, "id mergedInto { id } windows { id }");

  it("is refused for anything else, and to others", async () => {
    expect(codeOf(await merge({ outletId: "shanyang-street-1", clientMutationId: "1" }))).toBe(
      "OUTLET_MERGE_NOT_ALLOWED",
    );
    expect(codeOf(await merge({ clientMutationId: "2" }, officerA))).toBe("NOT_OUTLET_KEEPER");
  });

  it("keeps its record for the cases it took; its windows go on at the centre with their people and pairs", async () => {
    const posts = await staff.db.post.findMany({ where: { outletId: "shanyang-sub-centre" } });
    const holder = await staff.db.postHolding.findFirstOrThrow({ where: { postId: posts[0]?.id } });

    const device = {
      ...{ outletId: "shanyang-sub-centre", kind: "TOP_UP", host: "GOVERNMENT", matterIds: [] },
      ...{ name: "示例充值设备", nameEn: "Example top-up device", spot: "大厅" },
    };
    const terminal = await staff.act<{ id: string }>(director, "installTerminal", device);

    const merged = await merge();
    const again = await merge();
    const reference = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Outlet { name mergedInto { id } } } }`;
    const found = await staff.ask(anonymous, reference, { r: [{ __typename: "Outlet", id: "shanyang-sub-centre" }] });
    const listed = await staff.ask<{ outlets: { id: string }[] }>(anonymous, `{ outlets(kind: SUB_CENTRE) { id } }`);
    const duty = await staff.ask<{ duty: object }>(
      serviceCaller("cases"),
      `query ($at: Instant!, $staffId: ID!) { duty(staffId: $staffId, windowId: "shanyang-w3", at: $at) { outletId present postId } }`,
      { at: staff.world.now, staffId: holder.staffId },
    );

    expect(merged.data).toEqual({
      ...{ id: "shanyang-sub-centre", mergedInto: { id: "shanyang-centre" }, windows: [] },
    });
    expect(again.data).toEqual(merged.data);
    expect(found.data).toEqual({
      _entities: [{ name: "山阳区政务服务中心示例分中心", mergedInto: { id: "shanyang-centre" } }],
    });
    expect(listed.data.outlets).toEqual([]);
    // New cases are opened at the centre's window, none at the sub-centre any more.
    expect(duty.data.duty).toEqual({ outletId: "shanyang-centre", present: true, postId: holder.postId });
    expect(await staff.db.terminal.findUnique({ where: { id: terminal.data.id } })).toMatchObject({
      ...{ outletId: "shanyang-centre", keeperId: "shanyang-centre" },
    });
    const moved = await staff.db.post.findMany({ where: { id: { in: posts.map(({ id }) => id) } } });
    expect(moved.every(({ outletId, partnerId }) => outletId === "shanyang-centre" && partnerId !== null)).toBe(true);
    expect(await staff.db.staffEvent.count({ where: { type: "OUTLET_MERGED" } })).toBe(1);
  });
});
