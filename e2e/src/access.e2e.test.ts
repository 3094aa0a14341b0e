import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Counter, openCounter } from "./counter.js";
import { PROGRESS } from "./documents.js";
import { type Persona, personas } from "./personas.js";
import { type System, startSystem } from "./system.js";

const { officerW2, approverCivil, supervisor, applicant } = personas;
const withScope = (persona: Persona): Persona => ({
  ...persona,
  claims: { ...persona.claims, scope: "personal:read" },
});

const APPLICANT = "query ($id: ID!) { case(id: $id) { id applicant { name phone } } }";

const folder = mkdtempSync(join(tmpdir(), "yimen-access-"));
let system: System;
let counter: Counter;
let caseId: string;
let caseNo: string;
let receiptSecret: string;
beforeAll(async () => {
  process.env.GATEWAY_READ_AUDIT_FILE = join(folder, "read-audit.jsonl");
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00" });
  counter = await openCounter(system);
  const opened = await counter.open();
  caseId = opened.case.id;
  caseNo = opened.receipt.caseNo;
  receiptSecret = opened.receipt.secret;
});
afterAll(async () => {
  await system?.[Symbol.asyncDispose]();
  delete process.env.GATEWAY_READ_AUDIT_FILE;
  rmSync(folder, { recursive: true });
});

const askFor = async (who: Persona, purpose?: string) => {
  const headers = {
    "content-type": "application/json",
    authorization: `Bearer ${await system.token(who)}`,
    ...(purpose && { "x-yimen-purpose": encodeURIComponent(purpose) }),
  };
  const body = JSON.stringify({ query: APPLICANT, variables: { id: caseId } });
  const response = await fetch(`${system.url}/graphql`, { method: "POST", headers, body });
  return ((await response.json()) as { data: { case: { applicant: { name: string } } } }).data.case.applicant;
};

describe("an applicant's personal data (R130)", () => {
  it("is masked by default, whoever may see the case", async () => {
    for (const who of [officerW2, approverCivil, withScope(officerW2), applicant]) {
      expect((await askFor(who)).name).toMatch(/^.\*$/);
    }
  });

  it("is in clear to its applicant too, whose issuer gives them the scope: nobody else's is in their reach", async () => {
    expect((await askFor(withScope(applicant), "查看本人办件")).name).not.toContain("*");

    const other = { ...applicant, sub: "applicant-2", claims: { applicantId: "applicant-2" } };
    await expect(askFor(withScope(other), "查看本人办件")).resolves.toBeNull();
  });

  it("is in clear with the scope and a purpose, which a supervisor finds in the read audit", async () => {
    const inClear = await askFor(withScope(officerW2), "核对身份");

    expect(inClear.name).not.toContain("*");
    const { data } = await system.ask<{ readAudit: { nodes: unknown[] } }>(
      supervisor,
      'query ($id: ID!) { readAudit(entityType: "Case", entityKey: $id) { nodes { caller purpose field operation } } }',
      { id: caseId },
    );
    const read = { caller: officerW2.sub, purpose: "核对身份", operation: "query" };
    expect(data.readAudit.nodes).toContainEqual({ ...read, field: "CaseApplicant.name" });
    expect(data.readAudit.nodes).toContainEqual({ ...read, field: "CaseApplicant.phone" });
  });

  it("and who read it is nobody's to know but a supervisor's", async () => {
    for (const who of [null, officerW2, applicant]) {
      const { data, errors } = await system.ask<object>(who, "{ readAudit { nodes { caller } } }");

      expect(data).toEqual({ readAudit: null });
      expect(errors?.[0]?.extensions.code).toBe("UNAUTHORIZED_FIELD_OR_TYPE");
    }
  });
});

describe("a case's secret", () => {
  it("cannot be tried out, and opens the case again and again for who has it (R211)", async () => {
    const ask = (secret: string) => system.ask<{ caseProgress: object | null }>(null, PROGRESS, { caseNo, secret });
    const guess = async (secret: string) => (await ask(secret)).errors?.[0];
    for (let time = 0; time < 12; time++) expect((await ask(receiptSecret)).data.caseProgress).not.toBeNull();
    for (let time = 0; time < 10; time++) expect(await guess("AAAAAAAAAAAA")).toBeUndefined();

    expect((await guess("AAAAAAAAAAAA"))?.extensions.code).toBe("TOO_MANY_ATTEMPTS");
  });
});
