import { createHash } from "node:crypto";
import type { Clock } from "@yimen/kernel/clock";
import type { Logger } from "pino";
import type { Disclose, PersonalRead } from "../../engine/view.js";
import type { RequestContext } from "../../requestContext.js";
import type { ReadAudit, ReadRecord } from "./readAudit.js";

/** The scope that lifts the mask of personal fields, for those who also say why they read them. */
export const PERSONAL_SCOPE = "personal:read";

export interface DisclosureSettings {
  readonly audit: ReadAudit;
  readonly clock: Clock;
  readonly log: Logger;
}

/** An operation that reads personal fields. */
export interface PersonalOperation {
  readonly source: string;
  readonly operation: ReadRecord["operation"];
  readonly context: RequestContext;
}

/**
 * Lets a caller read personal fields in clear who has the scope and a purpose, once it is written down. What cannot be
 * written down is not told.
 */
export function discloseTo(
  { audit, clock, log }: DisclosureSettings,
  { source, operation, context }: PersonalOperation,
): Disclose | undefined {
  const { session, requestId } = context;
  const { purpose } = session;
  const { kind, subject, scopes } = session.caller;
  if (subject === null || !scopes.includes(PERSONAL_SCOPE)) return undefined;
  if (!purpose) {
    log.warn({ requestId, caller: subject }, "personal fields were asked for without a purpose; they stay masked");
    return undefined;
  }
  const document = createHash("sha256").update(source).digest("hex");
  return async (reads) => {
    const at = clock().toISOString();
    const records = distinct(reads).map(({ field, entity }) => ({
      ...{ at, requestId, callerKind: kind, caller: subject, purpose, document, operation },
      entityType: entity?.type ?? null,
      entityKey: entity?.key ?? null,
      field,
    }));
    try {
      await audit.write(records);
      return true;
    } catch (problem) {
      log.error({ err: problem, requestId }, "read audit failed; personal fields stay masked");
      return false;
    }
  };
}

/** An answer may show the same field of the same entity at several places. */
function distinct(reads: readonly PersonalRead[]): readonly PersonalRead[] {
  const byName = new Map(reads.map((read) => [JSON.stringify([read.field, read.entity]), read]));
  return [...byName.values()];
}
