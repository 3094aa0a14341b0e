import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type Db } from "./store/db.js";
import { answered, type TestCases, underReview } from "./testing/aStoredCase.js";
import { applicant, approver, officer, otherSupervisor, supervisor } from "./testing/facts.js";
import { startTestCases } from "./testing/startTestCases.js";
import { actOnDeadlines } from "./watchDeadlines.js";

let cases: TestCases;
let db: Db;
beforeAll(async () => {
  cases = await startTestCases();
  db = connect(cases.databaseUrl);
  for (const id of ["chief-civil", "chief-water"]) cases.world.roles.set(id, "CHIEF_REPRESENTATIVE");
});
afterAll(async () => {
  await db.$disconnect();
  await cases[Symbol.asyncDispose]();
});

const chief = (staffId: string, departmentId: string): Caller => ({
  ...approver,
  claims: { staffId, departmentId, role: "CHIEF_REPRESENTATIVE" },
});
const chiefCivil = chief("chief-civil", "taoshan-civil-affairs");
const chiefWater = chief("chief-water", "taoshan-water");
const parties = [{ departmentId: "taoshan-water", dueOn: "2026-03-05" }];
const FIELDS =
  "id status jointHandling { reason supervisedBy { officer { id } } parties { department { id } dueOn opinion { agrees opinion by { officer { id } } } } }";
const convene = (caseId: string, caller: Caller = approver) =>
  cases.act<object>(caller, "conveneJointHandling", { caseId, parties, reason: "跨部门" }, FIELDS);
const say = (caller: Caller, caseId: string, change: object = {}) =>
  cases.act<object>(caller, "giveJointOpinion", { caseId, agrees: true, opinion: "同意", ...change }, FIELDS);
const supervise = (caller: Caller, caseId: string) =>
  cases.act<object>(caller, "superviseJointHandling", { caseId }, FIELDS);
const grant = (caller: Caller, caseId: string) => cases.act<object>(caller, "decideCase", { caseId, granted: true });
const code = async (answer: Promise<{ errors?: readonly { extensions: Record<string, unknown> }[] }>) =>
  (await answer).errors?.[0]?.extensions.code;
const waiting = async (caller: Caller) =>
  answered(await cases.ask<{ jointCases: { id: string }[] }>(caller, "{ jointCases { id } }")).jointCases.map(
    ({ id }) => id,
  );

describe("joint approval (R123)", () => {
  it("is decided by the chief representatives of all departments concerned, online and supervised", async () => {
    const { id } = (await underReview(cases)).case;
    answered(await convene(id));
    expect(await code(grant(approver, id))).toBe("JOINT_OPINIONS_MISSING");
    answered(await say(chiefWater, id));
    answered(await say(chiefCivil, id));
    expect(await code(grant(approver, id))).toBe("JOINT_NOT_SUPERVISED");
    const seen = answered(await supervise(supervisor, id));

    expect(answered(await grant(chiefCivil, id))).toMatchObject({ status: "GRANTED" });
    expect(seen).toMatchObject({
      jointHandling: {
        supervisedBy: { officer: { id: "supervisor" } },
        parties: [
          {
            department: { id: "taoshan-civil-affairs" },
            dueOn: "2026-03-09",
            opinion: { by: { officer: { id: "chief-civil" } } },
          },
          {
            department: { id: "taoshan-water" },
            dueOn: "2026-03-05",
            opinion: { by: { officer: { id: "chief-water" } } },
          },
        ],
      },
    });
  });

  it("grants nothing while a department objects", async () => {
    const { id } = (await underReview(cases)).case;
    answered(await convene(id));
    answered(await say(chiefWater, id, { agrees: false, opinion: "取水量超限" }));
    answered(await say(chiefCivil, id));
    answered(await supervise(supervisor, id));

    expect(await code(grant(approver, id))).toBe("JOINT_PARTY_OBJECTS");
    const denied = await cases.act(approver, "decideCase", { caseId: id, granted: false, reason: "水务部门不同意" });
    expect(answered(denied)).toMatchObject({ status: "DENIED" });
  });

  it("tells each department called once, and shows it the case on every path, confidential or not (R130, I-G1)", async () => {
    const { id } = (await underReview(cases, { confidentiality: "TRADE_SECRET" })).case;
    const after = answered(await cases.ask<{ caseLogHead: string }>(chiefWater, "{ caseLogHead }")).caseLogHead;
    const byId = () => cases.ask<{ case: object | null }>(chiefWater, `{ case(id: "${id}") { applicant { kind } } }`);
    const listed = async () =>
      JSON.stringify(answered(await cases.ask<object>(chiefWater, "{ cases(first: 100) { nodes { id } } }"))).includes(
        id,
      );
    expect([answered(await byId()).case, await listed()]).toEqual([null, false]);
    await using alerts = await cases.subscribe<object>(
      chiefWater,
      "subscription ($after: String) { caseAlerts(after: $after) { kind department { id } case { id } } }",
      { after },
    );

    answered(await convene(id));

    expect(await alerts.next()).toEqual({
      data: { caseAlerts: { kind: "OPINION_REQUESTED", department: { id: "taoshan-water" }, case: { id } } },
    });
    expect([answered(await byId()).case, await listed()]).toEqual([{ applicant: { kind: "ORGANISATION" } }, true]);
    expect(await waiting(chiefWater)).toContain(id);
    expect(await waiting(approver)).not.toContain(id);
  });

  it("is for chief representatives on duty, of departments that were called, and for who oversees the region", async () => {
    const { id } = (await underReview(cases)).case;
    expect(await code(say(chiefWater, id))).toBe("JOINT_NOT_CONVENED");
    expect(await code(convene(id, officer))).toBe("NOT_YOUR_CASE");
    answered(await convene(id));

    expect(await code(say(approver, id))).toBe("CHIEF_REPRESENTATIVE_ONLY");
    expect(await code(say(chief("chief-water", "taoshan-forestry"), id))).toBe("NOT_A_JOINT_PARTY");
    expect(await code(say(applicant, id))).toBe("STAFF_ONLY");
    for (const caller of [officer, otherSupervisor]) expect(await code(supervise(caller, id))).toBe("NOT_YOUR_CASE");
    cases.world.approverPresent = false;
    expect(await code(say(chiefWater, id))).toBe("NOT_ON_DUTY");
    cases.world.approverPresent = true;
  });

  it("reminds once when an opinion is missing on its day", async () => {
    const { id } = (await underReview(cases)).case;
    answered(await convene(id));
    const told = () => db.caseEvent.count({ where: { streamId: id, type: "ReminderRaised" } });
    const lookAt = (at: string) => actOnDeadlines(db, new Date(at), (error) => expect(error).toBeUndefined());

    await lookAt("2026-03-05T16:59:59+08:00");
    expect(await told()).toBe(0);
    for (const time of ["17:00:00", "17:00:01"]) await lookAt(`2026-03-05T${time}+08:00`);

    expect(await told()).toBe(1);
  });
});
