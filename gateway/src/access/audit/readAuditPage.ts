import { GraphQLError } from "graphql";
import type { KeptRecord, ReadAudit, RecordFilter } from "./readAudit.js";

/** Arguments of `readAudit`, as a client gave them. */
export interface AuditQuery extends RecordFilter {
  readonly first: number;
  readonly after?: string | undefined;
}

export interface AuditPage {
  readonly nodes: readonly KeptRecord[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const LARGEST_PAGE = 100;

/** A page of the audit. @throws GraphQLError when the audit is not kept, or the page cannot be */
export async function readAuditPage(
  audit: ReadAudit | undefined,
  { first, after, from, until, ...filter }: AuditQuery,
): Promise<AuditPage> {
  if (!audit) throw refusal("READ_AUDIT_NOT_KEPT", "本网关未配置查阅记录。 This gateway keeps no read audit.");
  if (first < 1 || first > LARGEST_PAGE)
    throw refusal("PAGE_TOO_LARGE", `每页 1 至 ${LARGEST_PAGE} 条。 A page has 1 to ${LARGEST_PAGE} records.`);
  if (after !== undefined && !/^\d{1,15}$/.test(after))
    throw refusal("CURSOR_NOT_VALID", "after 不是有效的游标。 `after` is not a cursor.");
  const between = { from: instant(from), until: instant(until) };
  const before = after === undefined ? undefined : Number(after);
  const found = await audit.find({ ...filter, ...between }, first + 1, before);
  const nodes = found.slice(0, first);
  return { nodes, endCursor: nodes.at(-1)?.position.toString() ?? null, hasNextPage: found.length > first };
}

function instant(given: string | null | undefined): string | undefined {
  if (given === undefined || given === null) return undefined;
  const at = new Date(given);
  if (Number.isNaN(at.getTime())) throw refusal("BAD_USER_INPUT", "时刻须为 ISO 8601。 Instants are ISO 8601.");
  return at.toISOString();
}

const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });
