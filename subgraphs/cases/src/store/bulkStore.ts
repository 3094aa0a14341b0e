import { lockLog } from "@yimen/kernel/eventLog";
import type { Applicant } from "../domain/applicant.js";
import type { Case } from "../domain/case.js";
import type { Visit } from "../domain/visit.js";
import { CASE_LOG, type NewEntry } from "./caseLog.js";
import { toRow } from "./caseStore.js";
import type { Db } from "./db.js";
import { linkedHash, sealedText } from "./hashChain.js";

/** Whole cases with their histories, each stream's entries in order of version. */
export interface Bulk {
  readonly visits: readonly Visit[];
  readonly cases: readonly (Case & { readonly applicantId: string | null })[];
  readonly applicants: readonly (Applicant & { readonly caseId: string })[];
  readonly entries: readonly NewEntry[];
}

/** Stores all of it, or nothing: rows as texts, a table a statement, since hundreds of thousands may come. */
export async function insertBulk(db: Db, { visits, cases, applicants, entries }: Bulk): Promise<void> {
  const caseRows = texts(cases.map((value) => ({ ...toRow(value), applicantId: value.applicantId })));
  const visitRows = texts(visits);
  const applicantRows = texts(applicants);
  const sealed = entries.map(sealedText);
  const hashes = chain(entries, sealed);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`insert into "visit" select row.* from unnest(${visitRows}::text[]) as given,
      jsonb_populate_record(null::"visit", given::jsonb) as row`;
    await tx.$executeRaw`insert into "case" select row.* from unnest(${caseRows}::text[]) as given,
      jsonb_populate_record(null::"case", given::jsonb) as row`;
    await tx.$executeRaw`insert into "applicant" select row.* from unnest(${applicantRows}::text[]) as given,
      jsonb_populate_record(null::"applicant", given::jsonb) as row`;
    await lockLog(tx, CASE_LOG);
    // Materialized, or each of the thirteen columns would parse the text again.
    await tx.$executeRaw`with entries as materialized (
        select said::jsonb as entry, "hash", number
        from unnest(${sealed}::text[], ${hashes}::text[]) with ordinality as given(said, "hash", number))
      insert into "case_event" ("stream", "stream_id", "version", "type", "at", "outlet_id", "window_id",
        "department_id", "status_before", "status_after", "confidential", "data", "hash")
      select entry ->> 'stream', (entry ->> 'streamId')::uuid, (entry ->> 'version')::integer, entry ->> 'type',
        (entry ->> 'at')::timestamptz, entry ->> 'outletId', entry ->> 'windowId', entry ->> 'departmentId',
        entry ->> 'statusBefore', entry ->> 'statusAfter', (entry ->> 'confidential')::boolean, entry -> 'data', "hash"
      from entries order by number`;
  }, LONG);
}

/** Of these cases, those that are stored. */
export async function findStoredIds(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

const LONG = { timeout: 300_000, maxWait: 60_000 }; // ms

function chain(entries: readonly NewEntry[], sealed: readonly string[]): string[] {
  const last = new Map<string, string>();
  return entries.map(({ streamId }, index) => {
    const hash = linkedHash(last.get(streamId) ?? "", sealed[index] as string);
    last.set(streamId, hash);
    return hash;
  });
}

const texts = (rows: readonly object[]): string[] =>
  rows.map((row) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).map(([key, value]) => [column(key), value]))),
  );

const column = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
