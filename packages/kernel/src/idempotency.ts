import { createHash } from "node:crypto";
import type { Caller } from "./caller.js";
import { DomainError } from "./errors.js";
import type { SqlTransaction } from "./transaction.js";

/** The same key was sent again with other input. */
export class IdempotencyKeyReused extends DomainError {
  readonly code = "IDEMPOTENCY_KEY_REUSED";
  constructor(key: string) {
    super(
      {
        zh: "该 clientMutationId 已用于另一次请求;请换一个新的再试。",
        en: "This clientMutationId was used for a different request; use a new one.",
      },
      { clientMutationId: key },
    );
  }
}

const LONGEST_KEY = 200; // characters

/** The client's key is empty or too long. */
export class ClientKeyNotValid extends DomainError {
  readonly code = "CLIENT_MUTATION_ID_NOT_VALID";
  constructor() {
    super(
      {
        zh: `clientMutationId 须为 1 至 ${LONGEST_KEY} 个字符;建议使用 UUID。`,
        en: `A clientMutationId has 1 to ${LONGEST_KEY} characters; a UUID will do.`,
      },
      { longest: LONGEST_KEY },
    );
  }
}

/** What a client sent: its own key for one act, and the input, so that a reuse with other input is noticed. */
export interface MutationRequest {
  readonly caller: Caller;
  readonly mutation: string;
  readonly key: string;
  readonly input: unknown;
  /** The id that the effect will return, where it is known before: saves a statement. */
  readonly resultId?: string;
}

/**
 * Does `effect` once per caller and client key, whatever is retried or arrives twice at the same time: the claim is a
 * row of the same transaction, and the second claimant waits for the first one's commit.
 *
 * Needs the table `client_mutation(caller, key, fingerprint, result_id)`, primary key (caller, key).
 *
 * @param effect  changes something and returns the id of what the answer is about
 * @returns that id, of this effect or of the earlier one
 * @throws IdempotencyKeyReused, ClientKeyNotValid
 */
export async function once(
  tx: SqlTransaction,
  request: MutationRequest,
  effect: () => Promise<string>,
): Promise<string> {
  const key = keyOf(request);
  const owner = ownerOf(request);
  const fingerprint = fingerprintOf(request);
  const claimed = await tx.$executeRawUnsafe(
    `insert into "client_mutation" ("caller", "key", "fingerprint", "result_id") values ($1, $2, $3, $4)
       on conflict do nothing`,
    owner,
    key,
    fingerprint,
    request.resultId ?? null,
  );
  if (claimed === 0) {
    const earlier = await earlierResult(tx, request);
    if (earlier === null) throw new IdempotencyKeyReused(key);
    return earlier;
  }
  const resultId = await effect();
  if (resultId === request.resultId) return resultId;
  await tx.$executeRawUnsafe(
    `update "client_mutation" set "result_id" = $3 where "caller" = $1 and "key" = $2`,
    owner,
    key,
    resultId,
  );
  return resultId;
}

/**
 * What the same request did before, so that a retry is answered without asking anew whether it may be done.
 *
 * @returns the id that `once` returned then; `null` when the key is new
 * @throws IdempotencyKeyReused, ClientKeyNotValid
 */
export async function earlierResult(tx: SqlTransaction, request: MutationRequest): Promise<string | null> {
  const key = keyOf(request);
  const [earlier] = await tx.$queryRawUnsafe<{ fingerprint: string; result_id: string }[]>(
    `select "fingerprint", "result_id" from "client_mutation" where "caller" = $1 and "key" = $2`,
    ownerOf(request),
    key,
  );
  if (earlier && earlier.fingerprint !== fingerprintOf(request)) throw new IdempotencyKeyReused(key);
  return earlier?.result_id ?? null;
}

function keyOf({ key }: MutationRequest): string {
  const trimmed = key.trim();
  if (trimmed === "" || trimmed.length > LONGEST_KEY) throw new ClientKeyNotValid();
  return trimmed;
}

const ownerOf = ({ caller }: MutationRequest) => `${caller.kind}:${caller.subject ?? ""}`;

const fingerprintOf = ({ mutation, input }: MutationRequest) =>
  createHash("sha256")
    .update(`${mutation}\n${stableJson(input)}`)
    .digest("hex");

/** JSON with sorted keys, so that the same input always gives the same text. */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(",")}]`;
  if (value === null || typeof value !== "object" || value instanceof Date) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value).filter(([, part]) => part !== undefined);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, part]) => `${JSON.stringify(key)}:${stableJson(part)}`).join(",")}}`;
}
