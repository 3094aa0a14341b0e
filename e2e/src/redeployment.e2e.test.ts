import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { type Persona, personas } from "./personas.js";
import { type System, startSystem } from "./system.js";

const { officerW2D, uncertifiedW2, centreDirector, directorCivil } = personas;
const FINANCE_MATTER = "taoshan-bookkeeping-licence"; // window 3 takes it
const directorFinance: Persona = {
  sub: "taoshan-staff-41",
  kind: "STAFF",
  claims: { ...directorCivil.claims, staffId: "taoshan-staff-41", departmentId: "taoshan-finance" },
};

let system: System;
let acting: ReturnType<typeof actingIn>;
beforeAll(async () => {
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" }); // a Monday
  acting = actingIn(system);
});
afterAll(() => system?.[Symbol.asyncDispose]());

describe("an officer who is lent to another window (R161)", () => {
  it("takes its matters for exactly the time ordered, while whoever backs the post acts in it", async () => {
    const { matter } = await acting.ask<{ matter: { guide: { materials: { id: string }[] } } }>(
      null,
      "query ($id: ID!) { matter(id: $id) { guide { materials { id } } } }",
      { id: FINANCE_MATTER },
    );
    const opening = {
      windowId: "taoshan-w3",
      matterId: FINANCE_MATTER,
      applicant: {
        applicantId: "applicant-1",
        kind: "ORGANISATION",
        name: "测试-桃山-企业-001",
        phone: "0464-0000001",
      },
      presentRequirementIds: matter.guide.materials.map(({ id }) => id),
    };
    const serving = async () => {
      const { window } = await acting.ask<{
        window: { serving: { officer: { id: string }; actingFor: { id: string } | null }[] };
      }>(null, `{ window(id: "taoshan-w2") { serving { officer { id } actingFor { id } } } }`);
      return window.serving;
    };
    const certificate = { staffId: officerW2D.sub, departmentId: "taoshan-finance", trainingRecord: "示例培训" };
    await acting.act(directorFinance, "issueCertificate", certificate, "id");
    const before = await acting.refused(officerW2D, "openCase", opening, "case { id }");
    const loan = { staffId: officerW2D.sub, toWindowId: "taoshan-w3" };
    const time = { from: "2026-03-02T02:00:00Z", until: "2026-03-02T08:00:00Z" };
    const others = await acting.refused(officerW2D, "orderRedeployment", { ...loan, ...time });
    await acting.act(centreDirector, "orderRedeployment", { ...loan, ...time }, "id");

    await system.setClock("2026-03-02T10:00:00+08:00");
    const opened = await acting.act<{ case: { openedBy: object; window: object } }>(
      officerW2D,
      "openCase",
      opening,
      "case { window { id } openedBy { officer { id } actingFor { id } } }",
    );
    const during = await serving();
    await system.setClock("2026-03-02T16:00:00+08:00");
    const after = await acting.refused(officerW2D, "openCase", opening, "case { id }");

    expect([before.code, after.code, others.code]).toEqual(["NOT_ON_DUTY", "NOT_ON_DUTY", "NOT_OUTLET_KEEPER"]);
    expect(opened.case).toEqual({
      window: { id: "taoshan-w3" },
      openedBy: { officer: { id: officerW2D.sub }, actingFor: null },
    });
    expect(during).toContainEqual({ officer: { id: uncertifiedW2.sub }, actingFor: { id: officerW2D.sub } });
    expect(await serving()).toContainEqual({ officer: { id: officerW2D.sub }, actingFor: null });
  });
});
