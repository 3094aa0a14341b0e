import { type Caller, serviceCaller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { answered, type TestCases } from "./testing/aStoredCase.js";
import { applicant, officer, socialOrganisation } from "./testing/facts.js";
import { type Found, onlineActs } from "./testing/onlineCases.js";
import { codeOf, startTestCases } from "./testing/startTestCases.js";

let cases: TestCases;
beforeAll(async () => {
  cases = await startTestCases();
  cases.world.places.set("village", {
    outletId: "village",
    kind: "VILLAGE_STATION",
    regionId: "taoshan",
    parentId: null,
  });
});
beforeEach(() => {
  cases.world.matter = socialOrganisation;
  cases.world.outletsTaking = ["taoshan-hall"];
  cases.world.now = new Date("2026-03-02T01:30:00.000Z"); // a Monday
});
afterAll(() => cases[Symbol.asyncDispose]());

const { handIn, act, takenUp } = onlineActs(() => cases);

describe("an agent who hands in for somebody (R112, R113, R129)", () => {
  const agent: Caller = {
    ...officer,
    subject: "agent",
    claims: { staffId: "agent", role: "GENERALIST", outletId: "village" },
  };
  const requested = async (change: object = {}) =>
    answered(
      await cases.act<{ id: string }>(
        agent,
        "requestProxy",
        {
          ...{ outletId: "village", matterId: socialOrganisation.matterId, mode: "FULL_PROXY", channel: "WECHAT" },
          ...{ services: ["PROXY"], name: "示例老人", applicantId: "applicant-1" },
          ...change,
        },
        "id",
      ),
    ).id;
  const authorise = (proxyRequestId: string) =>
    cases.act(agent, "authoriseProxy", { proxyRequestId, documentNo: "委托-1", scope: "代为提交和领取" }, "id");

  it.each(["FULL_PROXY", "ONLINE", "HOME"])("needs the authorisation on record, in mode %s", async (mode) => {
    const proxyRequestId = await requested({ mode });

    expect(codeOf(await handIn({ proxyRequestId }, agent))).toBe("AUTHORISATION_MISSING");
    await authorise(proxyRequestId);
    const { case: found } = answered(await handIn({ proxyRequestId }, agent));
    expect(found).toMatchObject({
      openedBy: { officer: { id: "agent" } },
      agentOutlet: { id: "village" },
      daysAtWindow: 0,
    });
    expect(codeOf(await handIn({ proxyRequestId }, agent))).toBe("PROXY_REQUEST_NOT_OPEN"); // one case for one request
  });

  it("keeps sight of it at the outlet, as its applicant does, while the decision stays with the owner", async () => {
    const proxyRequestId = await requested();
    await authorise(proxyRequestId);
    const { case: found } = answered(await handIn({ proxyRequestId }, agent));
    const read = (caller: Caller) =>
      cases.ask<{ case: object }>(caller, "query ($id: ID!) { case(id: $id) { applicant { name } } }", {
        id: found.id,
      });

    expect((await Promise.all([agent, applicant, officer].map(read))).map(codeOf)).toEqual(["done", "done", "done"]);
    expect(codeOf(await act(agent, "decideCase", found.id, { granted: true }))).toBe("NOT_YOUR_CASE");
    const { cases: listed } = answered(
      await cases.ask<{ cases: { nodes: { id: string }[] } }>(
        agent,
        "{ cases(filter: { channel: ONLINE }) { nodes { id } } }",
      ),
    );
    expect(listed.nodes.map(({ id }) => id)).toContain(found.id);
  });

  it("comes to a window only with the authorisation, too", async () => {
    const opening = {
      windowId: "taoshan-w2",
      matterId: socialOrganisation.matterId,
      applicant: { kind: "PERSON", name: "测试-桃山-甲" },
      presentRequirementIds: ["m1"],
    };
    const open = (agent: object) =>
      cases.act<{ case: Found }>(
        officer,
        "openCase",
        { ...opening, agent },
        "case { id agent { name authorisationNo } }",
      );
    const authorisation = { documentNo: "委托-2", scope: "代为提交" };

    expect(codeOf(await open({ name: "测试-桃山-乙" }))).toBe("AUTHORISATION_MISSING");
    expect(codeOf(await open({ name: "测试-桃山-乙", authorisation: { ...authorisation, documentNo: " " } }))).toBe(
      "AUTHORISATION_MISSING",
    );
    expect(answered(await open({ name: "测试-桃山-乙", authorisation })).case).toMatchObject({
      agent: { name: "测试-桃山-乙", authorisationNo: "委托-2" },
    });
  });
});

describe("the right to rate an online case (一事一评, R178)", () => {
  const right = async (caseNo: string, secret: string) =>
    answered(
      await cases.ask<{ matterEvaluationRight: object }>(
        serviceCaller("evaluation"),
        "query ($caseNo: String!, $secret: String) { matterEvaluationRight(caseNo: $caseNo, secret: $secret) { online ended windowId officerId } }",
        { caseNo, secret },
      ),
    ).matterEvaluationRight;

  it("begins with its end, and is about who decided or accepted", async () => {
    const { id, caseNo, secret } = await takenUp();

    expect(await right(caseNo, secret)).toEqual({
      online: true,
      ended: false,
      windowId: "taoshan-w2",
      officerId: "officer",
    });
    await act(officer, "refuseAcceptance", id, { reason: "不属于本部门职权" });
    expect(await right(caseNo, secret)).toMatchObject({ online: true, ended: true });
    expect(await right(caseNo, "WRONGWRONG22")).toBeNull();
  });
});
