import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingIn } from "./acting.js";
import { openCounter } from "./counter.js";
import { readLog } from "./logReader.js";
import { personas } from "./personas.js";
import { type Subgraph, type System, startSystem } from "./system.js";

const { officerW2, centreDirector, directorCivil, supervisor, approverCivil } = personas;

const ALERTS = /* GraphQL */ `
  subscription Alerts($outletId: ID!, $after: String) {
    caseAlerts(outletId: $outletId, after: $after) { kind percent committedAt case { id } sealUse { documentNo approved } }
  }`;

interface Alert {
  readonly caseAlerts: {
    readonly kind: string;
    readonly percent: number | null;
    readonly committedAt: string;
    readonly case: { readonly id: string } | null;
    readonly sealUse: { readonly documentNo: string; readonly approved: boolean } | null;
  };
}

const CASES = 4;
const USES = 5; // of a seal

let system: System;
beforeAll(async () => {
  const replicas = { catalogue: 2, cases: 2, staff: 2, evaluation: 2 };
  system = await startSystem({ now: "2026-03-02T09:00:00+08:00", replicas });
});
afterAll(() => system?.[Symbol.asyncDispose]());

async function rows<T extends object>(subgraph: Subgraph, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: system.databaseUrl(subgraph) });
  await client.connect();
  return (await client.query<T>(sql).finally(() => client.end())).rows;
}
const served = async () =>
  (await rows<{ visits: number }>("staff", `select coalesce(sum("visits"), 0)::int as "visits" from "workload"`))[0]
    ?.visits ?? 0;
const kill = (instance: string) => system.services.get(instance)?.kill();

describe("every subgraph as two processes", () => {
  it("opens one invitation for each visit and counts each once, whichever process is killed meanwhile", async () => {
    const acting = actingIn(system);
    const counter = await openCounter(system);
    const visits: string[] = [];
    const servedBefore = await served();
    for (const instance of ["evaluation", "staff-2", "evaluation-2", "staff", "cases-2"]) {
      const { visit } = (await counter.open()).case;
      await kill(instance);
      await acting.act(officerW2, "endVisit", { visitId: visit.id }, "token: evaluationToken");
      await system.restart(instance);
      visits.push(visit.id);
    }
    const [last] = await rows<{ position: string }>(
      "cases",
      `select max("position") as "position" from "case_event" where "type" = 'VisitEnded'`,
    );

    for (const follower of ["evaluation", "staff"] as const) {
      const cursor = () => rows(follower, `select "cursor" from "followed_log" where "log" = 'cases.endedVisits'`);
      await expect.poll(cursor, { timeout: 20_000 }).toEqual([{ cursor: last?.position }]);
    }
    const invited = await rows<{ visit_id: string }>(
      "evaluation",
      `select "visit_id" from "evaluable_visit" where "visit_id" not like 'example-%'`,
    );
    expect(invited.map(({ visit_id }) => visit_id).sort()).toEqual(visits.sort());
    expect((await served()) - servedBefore).toBe(visits.length);
  });

  it("warns once of 80 % and of 100 %, never while paused, and tells of an irregular seal (I-K23, R126)", async () => {
    const acting = actingIn(system);
    const counter = await openCounter(system);
    const opened: string[] = [];
    for (let n = 0; n < CASES; n++) opened.push((await counter.underReview()).case.id);
    const paused = (await counter.underReview()).case.id;
    await acting.act(approverCivil, "startSpecialProcedure", { caseId: paused, reason: "现场勘验" });
    await using alerts = await system.subscribe<Alert>(centreDirector, ALERTS, { outletId: "taoshan-hall" });

    const ours = new Set([...opened, paused]);
    const warnings = () =>
      alerts.received
        .filter(({ caseAlerts }) => caseAlerts.kind === "PROMISE_WARNING" && ours.has(caseAlerts.case?.id ?? ""))
        .map(({ caseAlerts }) => `${caseAlerts.percent} ${caseAlerts.case?.id}`);
    const untilWarned = async (percent: number) => {
      const areWarned = () => opened.every((id) => warnings().includes(`${percent} ${id}`));
      for (let count = 1; !areWarned(); count++) await alerts.until(count);
    };

    await system.setClock("2026-03-06T17:00:00+08:00");
    await untilWarned(80);
    await kill("cases"); // whoever is left warns of the rest
    await system.setClock("2026-03-20T17:00:00+08:00");
    await untilWarned(100);
    await system.restart("cases");
    const sealId = "taoshan-civil-affairs-approval-seal";
    await acting.act(directorCivil, "recordSealUse", { sealId, documentNo: "无此文书-001" }, "id");
    await acting.act(supervisor, "urgeCase", { caseId: opened[0], reason: "请尽快办结" });

    const kinds = () => alerts.received.map(({ caseAlerts }) => caseAlerts.kind);
    for (let count = 1; !kinds().includes("CASE_URGED"); count++) await alerts.until(count);
    const raised = kinds().filter((kind) => ["SEAL_IRREGULAR", "CASE_URGED"].includes(kind)); // the examples' cases warn, too
    expect(raised).toEqual(["SEAL_IRREGULAR", "CASE_URGED"]);
    expect(warnings().sort()).toEqual(opened.flatMap((id) => [`80 ${id}`, `100 ${id}`]).sort());
  });

  it("tells of a seal used without an approved decision within a second of its commit (R126)", async () => {
    const acting = actingIn(system);
    const { head: after } = await readLog(system);
    await using alerts = await system.subscribe<Alert>(centreDirector, ALERTS, { outletId: "taoshan-hall", after });
    const sealId = "taoshan-civil-affairs-approval-seal";
    const documents = Array.from({ length: USES }, (_, n) => `无决定-${n}`);

    for (const documentNo of documents) await acting.act(directorCivil, "recordSealUse", { sealId, documentNo }, "id");
    const seals = () =>
      alerts.received
        .map(({ caseAlerts }, n) => ({ ...caseAlerts, receivedAt: alerts.times[n] as number }))
        .filter(({ sealUse }) => documents.includes(sealUse?.documentNo ?? ""));
    for (let count = 1; seals().length < USES; count++) await alerts.until(count);

    expect(seals().map(({ kind, sealUse }) => [kind, sealUse])).toEqual(
      documents.map((documentNo) => ["SEAL_IRREGULAR", { documentNo, approved: false }]),
    );
    const took = seals().map(({ committedAt, receivedAt }) => receivedAt - Date.parse(committedAt));
    expect(took.sort((a, b) => a - b)[Math.floor(USES / 2)]).toBeLessThan(1_000); // the machine may be busy for a moment
  });
});
