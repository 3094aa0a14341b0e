import { anonymous, type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { centreDirector, officerA, stranger } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
  await staff.db.windowWorkload.createMany({
    data: [
      { windowId: "taoshan-w2", day: new Date("2026-03-02"), visits: 4 },
      { windowId: "taoshan-w3", day: new Date("2026-03-02"), visits: 90 },
    ],
  });
  await staff.db.certificate.createMany({
    data: [
      {
        ...{ id: "w2-d-finance", staffId: "taoshan-staff-06", departmentId: "taoshan-finance", trainingRecord: "示例" },
        ...{ validFrom: new Date("2026-01-05"), version: 1 },
      },
      {
        ...{ id: "w2-c-civil", staffId: "taoshan-staff-05", departmentId: "taoshan-civil-affairs" },
        ...{ trainingRecord: "示例", validFrom: new Date("2026-01-05"), version: 1 },
      },
    ],
  });
});
afterAll(() => staff[Symbol.asyncDispose]());

interface Suggested {
  readonly region: {
    readonly loadBalance: {
      readonly gini: number;
      readonly windows: readonly { readonly people: number; readonly window: { readonly id: string } }[];
      readonly suggestions: readonly {
        readonly giniAfter: number;
        readonly staffMember: { readonly id: string };
        readonly to: { readonly id: string };
      }[];
    };
  };
}
const balance = async () => {
  const query = `{ region(id: "taoshan") { loadBalance(from: "2026-03-02", to: "2026-03-02") {
    gini windows { people window { id } } suggestions { giniAfter staffMember { id } to { id } } } } }`;
  return (await staff.ask<Suggested>(centreDirector, query)).data.region.loadBalance;
};
const serving = async (windowId: string) => {
  const query = `{ window(id: "${windowId}") { state serving { officer { id } actingFor { id } post { id } } } }`;
  const { data } = await staff.ask<{
    window: { serving: { officer: { id: string }; actingFor: { id: string } | null; post: { id: string } }[] };
  }>(anonymous, query);
  return data.window.serving.map(({ officer, actingFor, post }) =>
    [post.id, officer.id.slice(-2), actingFor?.id.slice(-2)].filter(Boolean).join(" "),
  );
};
const duty = async (windowId: string) => {
  const query = `query ($at: Instant!) { duty(staffId: "taoshan-staff-06", windowId: "${windowId}", at: $at) { present postId } }`;
  const at = staff.world.now.toISOString();
  return (await staff.ask<{ duty: object }>(serviceCaller("cases"), query, { at })).data.duty;
};
const order = (caller: Caller, given: object) =>
  staff.act<{ id: string }>(
    caller,
    "orderRedeployment",
    {
      staffId: "taoshan-staff-06",
      toWindowId: "taoshan-w3",
      from: "2026-03-02T02:00:00Z",
      until: "2026-03-06T09:00:00Z",
      ...given,
    },
    "id from until post { id } to { id } orderedBy { id }",
  );
const codeOf = ({ errors }: Awaited<ReturnType<typeof order>>) => [
  errors?.[0]?.extensions.code,
  errors?.[0]?.extensions.reason,
];

describe("the suggested redeployment (R161)", () => {
  let id: string;

  it.each([
    ["by somebody at a window", officerA, {}, ["NOT_OUTLET_KEEPER", undefined]],
    ["by another region's people", stranger, {}, ["NOT_OUTLET_KEEPER", undefined]],
    ["to a window that there is not", centreDirector, { toWindowId: "nowhere" }, ["WINDOW_NOT_FOUND", undefined]],
  ])("is not ordered %s", async (_, caller, given, code) => {
    expect(codeOf(await order(caller, given))).toEqual(code);
  });

  it("is ordered for a stretch of time, with one effect however often it is sent", async () => {
    const [suggested] = (await balance()).suggestions;
    expect(suggested).toMatchObject({ staffMember: { id: "taoshan-staff-06" }, to: { id: "taoshan-w3" } });
    const given = { clientMutationId: "lend-06" };

    const { data, errors } = await order(centreDirector, given);
    const again = await order(centreDirector, given);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      ...{ from: "2026-03-02T02:00:00.000Z", until: "2026-03-06T09:00:00.000Z" },
      ...{ post: { id: "taoshan-w2-d" }, to: { id: "taoshan-w3" }, orderedBy: { id: "taoshan-staff-09" } },
    });
    expect(again.data.id).toBe(data.id);
    id = data.id;
  });

  it("changes both windows' rosters the minute it begins, and whoever backs the post acts in it", async () => {
    const before = await serving("taoshan-w3");
    await staff.at("10:00");

    expect(before).toEqual(["taoshan-w3-a 07", "taoshan-w3-b 08"]);
    expect(await serving("taoshan-w3")).toEqual([...before, "taoshan-w2-d 06"]);
    expect(await serving("taoshan-w2")).toEqual([
      "taoshan-w2-a 03",
      "taoshan-w2-b 04",
      "taoshan-w2-c 05",
      "taoshan-w2-d 05 06",
    ]);
    expect([await duty("taoshan-w3"), await duty("taoshan-w2")]).toEqual([
      { present: true, postId: "taoshan-w2-d" },
      { present: true, postId: null },
    ]);
  });

  it("stands in the log with the takeover that follows from it", async () => {
    const told = await staff.db.staffEvent.findMany({
      where: { postId: "taoshan-w2-d", type: { notIn: ["SIGNED_IN", "VACANCY_OPENED", "VACANCY_CLOSED"] } },
      orderBy: { position: "asc" },
    });

    expect(told.map(({ type, staffId, actingForId }) => [type, staffId, actingForId])).toEqual([
      ["REDEPLOYMENT_ORDERED", "taoshan-staff-06", null],
      ["TAKEOVER_STARTED", "taoshan-staff-05", "taoshan-staff-06"],
    ]);
  });

  it("counts in how busy the windows are", async () => {
    const { windows, suggestions } = await balance();
    const people = (windowId: string) => windows.find(({ window }) => window.id === windowId)?.people;

    expect([people("taoshan-w2"), people("taoshan-w3")]).toEqual([3, 3]);
    expect(suggestions.filter(({ staffMember }) => staffMember.id === "taoshan-staff-06")).toEqual([]);
  });

  it("keeps whoever backs the post from leave and from being lent, until it is over (R149, R151)", async () => {
    const leave = { from: "2026-03-04T00:30:00Z", until: "2026-03-04T09:00:00Z", reason: "私事" };
    const b: Caller = {
      ...officerA,
      subject: "taoshan-staff-05",
      claims: { ...officerA.claims, staffId: "taoshan-staff-05" },
    };
    const asked = await staff.act<{ id: string }>(b, "requestLeave", leave);

    const approved = await staff.act(centreDirector, "approveLeave", { leaveId: asked.data.id });

    expect(approved.errors?.[0]?.extensions.code).toBe("LEAVE_WOULD_EMPTY_POST");
    expect(codeOf(await order(centreDirector, {}))).toEqual(["REDEPLOYMENT_NOT_ALLOWED", "OVERLAP"]);
  });

  it("is listed for staff, and ends before its time when somebody says so", async () => {
    const query = `{ outlet(id: "taoshan-hall") { redeployments { id staffMember { id } } } }`;
    const listed = await staff.ask(officerA, query);
    await staff.at("11:00");

    const { data } = await staff.act<object>(centreDirector, "endRedeployment", { redeploymentId: id }, "until");

    expect(listed.data).toEqual({ outlet: { redeployments: [{ id, staffMember: { id: "taoshan-staff-06" } }] } });
    expect(data).toEqual({ until: "2026-03-02T03:00:00.000Z" });
    expect((await serving("taoshan-w2")).at(-1)).toBe("taoshan-w2-d 06");
    expect(await serving("taoshan-w3")).toHaveLength(2);
    const again = await staff.act(centreDirector, "endRedeployment", { redeploymentId: id });
    expect(again.errors?.[0]?.extensions.code).toBe("REDEPLOYMENT_NOT_ALLOWED");
  });
});

describe("a redeployment between two outlets (R161)", () => {
  const director: Caller = {
    ...centreDirector,
    subject: "shanyang-staff-09",
    claims: { staffId: "shanyang-staff-09", outletId: "shanyang-centre", role: "CENTRE_DIRECTOR" },
  };
  const loan = { staffId: "shanyang-staff-07", toWindowId: "shanyang-street-1-window" };

  it("leaves the post at the one to whoever backs it, and shows the person at the other", async () => {
    await staff.at("09:30", "2026-03-03");
    for (const n of ["07", "08", "09", "13", "14"]) {
      const outletId = n < "10" ? "shanyang-centre" : "shanyang-street-1";
      const claims = { staffId: `shanyang-staff-${n}`, outletId, role: "GENERALIST" };
      await staff.act({ ...centreDirector, claims }, "signIn", { outletId });
    }
    const time = { from: "2026-03-03T02:00:00Z", until: "2026-03-03T09:00:00Z" };

    const street = { ...director, claims: { ...director.claims, outletId: "shanyang-street-1" } };
    const refused = await order(street, { ...loan, ...time });
    const { errors } = await order(director, { ...loan, ...time });
    await staff.at("10:00", "2026-03-03");

    expect(codeOf(refused)[0]).toBe("NOT_OUTLET_KEEPER");
    expect(errors).toBeUndefined();
    expect(await serving("shanyang-generalist")).toEqual([
      "shanyang-generalist-a 08 07",
      "shanyang-generalist-b 08",
      "shanyang-generalist-c 09",
    ]);
    expect((await serving("shanyang-street-1-window")).at(-1)).toBe("shanyang-generalist-a 07");
    await staff.at("17:00", "2026-03-03");
    await staff.at("09:00", "2026-03-04");
    expect((await serving("shanyang-street-1-window")).some((each) => each.includes("generalist"))).toBe(false);
  });
});
