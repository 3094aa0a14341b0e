import { randomUUID } from "node:crypto";
import { type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, opened, type TestCases } from "./testing/aStoredCase.js";
import { applicant, officer, stranger } from "./testing/facts.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
  const place = (outletId: string, kind: string, parentId: string | null) =>
    cases.world.places.set(outletId, { outletId, kind, regionId: "taoshan", parentId });
  place("taoshan-hall", "CENTRE", null);
  place("street", "STREET_CENTRE", "taoshan-hall");
  place("village", "VILLAGE_STATION", "street");
});
beforeEach(() => {
  cases.world.lists = ["VILLAGE_PROXY"];
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

interface Request {
  readonly id: string;
  readonly handovers: readonly { readonly direction: string }[];
}
const at = (outletId: string): Caller => ({ ...officer, subject: outletId, claims: { ...officer.claims, outletId } });
const village = at("village");
const FIELDS =
  "id fee outlet { id } mode keyGroup closedAt fedBackBy case { id } authorisation { documentNo } handovers { direction from { id } to { id } by { id } }";
const act = (mutation: string, input: object, caller = village) =>
  cases.act<Request>(caller, mutation, input as Record<string, unknown>, FIELDS);
const request = (change: object = {}, caller = village) =>
  act(
    "requestProxy",
    {
      outletId: "village",
      matterId: "social",
      mode: "FULL_PROXY",
      channel: "CARE_CARD",
      keyGroup: "LIVING_ALONE",
      services: ["VISIT", "PROXY", "FEEDBACK"],
      name: "示例老人",
      phone: "0464-0000001",
      address: "桃山区示例路 1 号",
      ...change,
    },
    caller,
  );
const requested = async (change: object = {}, caller = village) => answered(await request(change, caller)).id;

describe("a request for help (R101–R106, R118, R120)", () => {
  it.each(["GUIDANCE", "FULL_PROXY", "APPOINTMENT", "SPECIAL_LANE", "HOME", "EXTENDED_HOURS", "ONLINE"])(
    "by mode %s costs nothing (R102, I-K20)",
    async (mode) => {
      expect(answered(await request({ mode }))).toMatchObject({ mode, fee: 0 });
      expect(codeOf(await request({ mode, fee: 1 }))).toBe("SERVICE_IS_FREE");
    },
  );

  it.each(["OLD_AGED", "EMPTY_NEST", "DISABLED", "LEFT_BEHIND", "EXTREME_POVERTY", "LIVING_ALONE"])(
    "may be of somebody of the group %s (R104, R105)",
    async (keyGroup) => {
      expect(answered(await request({ keyGroup }))).toMatchObject({ keyGroup });
    },
  );

  it("costs nothing in the database either", async () => {
    const id = await requested();

    await expect(
      db.$executeRawUnsafe(`update "proxy_request" set "fee" = 5 where "id" = $1::uuid`, id),
    ).rejects.toThrow("proxy_request_fee_check");
  });

  it("is taken by a village only for what its list has (R113, R120)", async () => {
    cases.world.lists = [];

    expect(codeOf(await request())).toBe("MATTER_NOT_ON_PROXY_LIST");
    expect(codeOf(await request({ mode: "GUIDANCE" }))).toBe("done");
    expect(codeOf(await request({ outletId: "taoshan-hall" }, officer))).toBe("done");
  });
});

describe("a request that is passed on (R003)", () => {
  it("goes from the village to the street to the district as one, and only who has it acts on it", async () => {
    const proxyRequestId = await requested();
    const pass = (toOutletId: string, caller: typeof officer) =>
      act("handOverProxy", { proxyRequestId, toOutletId, reason: "须上级办理" }, caller);

    answered(await pass("street", village));
    expect(codeOf(await pass("taoshan-hall", village))).toBe("NOT_YOUR_CASE");
    const passed = answered(await pass("taoshan-hall", at("street")));

    expect(passed).toMatchObject({
      id: proxyRequestId,
      outlet: { id: "taoshan-hall" },
      handovers: [
        { direction: "UP", from: { id: "village" }, to: { id: "street" } },
        { direction: "UP", from: { id: "street" }, to: { id: "taoshan-hall" } },
      ],
    });
    expect(codeOf(await pass("nowhere", officer))).toBe("HANDOVER_NOT_POSSIBLE");
    expect(await db.caseEvent.count({ where: { streamId: proxyRequestId, type: "ProxyHandedOver" } })).toBe(2);
  });

  it("is passed once when two pass it at once", async () => {
    const proxyRequestId = await requested();
    const pass = (toOutletId: string) => act("handOverProxy", { proxyRequestId, toOutletId, reason: "示例" });

    const codes = (await Promise.all([pass("street"), pass("taoshan-hall")])).map(codeOf);

    expect(codes).toContain("done");
    expect(codes.filter((code) => code === "done")).toHaveLength(1);
  });
});

describe("who represents somebody (R112)", () => {
  it("has been authorised before a case is handed in for them, and tells them the result (I-K21)", async () => {
    const proxyRequestId = await requested({ outletId: "village" });
    answered(await act("handOverProxy", { proxyRequestId, toOutletId: "taoshan-hall", reason: "示例" }));
    const { case: found } = await opened(cases, { matterId: "social" });
    const link = () => act("linkProxyCase", { proxyRequestId, caseId: found.id }, officer);
    const close = (result: string) => act("closeProxy", { proxyRequestId, result, fedBackBy: "PHONE" }, officer);

    expect(codeOf(await link())).toBe("AUTHORISATION_MISSING");
    expect(codeOf(await act("authoriseProxy", { proxyRequestId, documentNo: " ", scope: "全部" }, officer))).toBe(
      "AUTHORISATION_MISSING",
    );
    answered(await act("authoriseProxy", { proxyRequestId, documentNo: "委托-1", scope: "申请与领取" }, officer));
    expect(answered(await link())).toMatchObject({ case: { id: found.id } });
    expect(codeOf(await close(" "))).toBe("RESULT_NOT_TOLD_YET");
    expect(answered(await close("已办结并送达"))).toMatchObject({ fedBackBy: "PHONE" });
    expect(codeOf(await close("再次"))).toBe("PROXY_REQUEST_NOT_OPEN");
  });
});

describe("every service of an agent can be rated (R180)", () => {
  const right = async (visitId: string, given: object) =>
    answered(
      await cases.ask<{ evaluationRight: object | null }>(
        serviceCaller("evaluation"),
        `query ($visitId: ID!, $token: String, $applicantId: ID) {
          evaluationRight(visitId: $visitId, token: $token, applicantId: $applicantId) {
            ended entitled outletId windowId officerId caseIds applicantId
          }
        }`,
        { visitId, ...given },
      ),
    ).evaluationRight;
  const SERVICE = "id evaluationToken service { id startedAt endedAt }";
  interface Ended {
    readonly evaluationToken: string;
    readonly service: { readonly id: string };
  }
  const close = async (change: object = {}) => {
    const proxyRequestId = await requested(change);
    const input = { clientMutationId: randomUUID(), proxyRequestId, result: "已办结", fedBackBy: "PHONE" };
    const closing = () => cases.act<Ended>(village, "closeProxy", input, SERVICE);
    const [first, again] = [answered(await closing()), answered(await closing())];
    expect(again).toEqual(first);
    return { proxyRequestId, ...first };
  };

  it.each(["GUIDANCE", "FULL_PROXY", "HOME", "ONLINE"])(
    "whatever its mode, %s too: once it has ended, with the token or by the applicant",
    async (mode) => {
      const { service, evaluationToken } = await close({ mode, applicantId: "applicant-1" });
      const served = {
        ...{ ended: true, outletId: "village", windowId: null, officerId: "officer" },
        ...{ caseIds: [], applicantId: "applicant-1" },
      };

      expect(await right(service.id, { token: evaluationToken })).toEqual({ ...served, entitled: true });
      expect(await right(service.id, { applicantId: "applicant-1" })).toEqual({ ...served, entitled: true });
      expect(await right(service.id, { applicantId: "applicant-2" })).toEqual({ ...served, entitled: false });
      expect(await right(service.id, { token: "WRONGWRONG22" })).toEqual({ ...served, entitled: false });
    },
  );

  it("leads to the case that was opened for it, and is told of to whoever invites", async () => {
    const proxyRequestId = await requested({ outletId: "taoshan-hall" }, officer);
    answered(await act("authoriseProxy", { proxyRequestId, documentNo: "委托-3", scope: "全部" }, officer));
    const { case: found } = await opened(cases, { matterId: "social" });
    answered(await act("linkProxyCase", { proxyRequestId, caseId: found.id }, officer));
    const before = (await db.caseEvent.count({ where: { stream: "VISIT", type: "VisitEnded" } })) as number;
    const ended = answered(
      await cases.act<Ended>(officer, "closeProxy", { proxyRequestId, result: "已办结", fedBackBy: "ONSITE" }, SERVICE),
    );

    expect(await right(ended.service.id, { token: ended.evaluationToken })).toMatchObject({ caseIds: [found.id] });
    expect(await db.caseEvent.count({ where: { stream: "VISIT", type: "VisitEnded" } })).toBe(before + 1);
  });

  it("is exactly one for every request that was closed, and none while it is open", async () => {
    const open = await requested();
    const [counted] = await db.$queryRaw<{ closed: bigint; services: bigint }[]>`
      select count(*) filter (where r."closed_at" is not null) as "closed", count(v."id") as "services"
      from "proxy_request" r left join "visit" v on v."proxy_request_id" = r."id"`;

    expect(counted?.services).toBe(counted?.closed);
    const listed = answered(
      await cases.ask<{ proxyRequests: { id: string; service: object | null; evaluationToken: string | null }[] }>(
        village,
        `{ proxyRequests(outletId: "village", open: true, first: 100) { id service { id } evaluationToken } }`,
      ),
    ).proxyRequests;
    expect(listed).toContainEqual({ id: open, service: null, evaluationToken: null });
  });
});

describe("who sees a request for help", () => {
  it("is who has it, with nothing personal in the log, and modes are counted (R102)", async () => {
    const id = await requested({ mode: "HOME" });
    const list = (caller: typeof officer) =>
      cases.ask<{ proxyRequests: { id: string; person: { name: string } }[]; serviceModeCounts: object[] }>(
        caller,
        `{ proxyRequests(outletId: "village", first: 100) { id person { name } }
           serviceModeCounts(outletId: "village", from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z") { mode count } }`,
      );

    const seen = answered(await list(village));
    expect(seen.proxyRequests.find((one) => one.id === id)?.person.name).toBe("示例老人");
    const home = await db.proxyRequest.count({ where: { mode: "HOME", openedAtOutletId: "village" } });
    expect(seen.serviceModeCounts).toContainEqual({ mode: "HOME", count: home });
    expect(codeOf(await list(stranger))).toBe("NOT_YOUR_CASE");
    expect(codeOf(await list(applicant))).toBe("STAFF_ONLY");
    const row = await db.caseEvent.findFirst({ where: { streamId: id } });
    expect(JSON.stringify(row?.data)).not.toMatch(/示例老人|0464|示例路|LIVING/);
  });
});
