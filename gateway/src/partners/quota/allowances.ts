import type { Partner, Quota, TrustedDocument } from "../partner.js";
import { type Slot, sum, type Taken, type Taking } from "./quotaStore.js";

/** One quota that a request draws on. */
export interface Allowance extends Taking {
  /** As the header `RateLimit-Policy` names it. */
  readonly policy: string;
  /** Seconds for which it is given. */
  readonly window: number;
  /** What is counted: `requests`, or the units of an operation's cost. */
  readonly unit: "requests" | "cost";
  /** Milliseconds from the beginning of a slot until it does not count any more. */
  readonly counts: number;
}

/** How an allowance stands after a request. */
export interface Usage extends Allowance {
  readonly left: number;
  /** Seconds until more of it is there; `null` while all of it is. */
  readonly moreIn: number | null;
  /** Seconds until it has what was asked of it; `null` when it never has as much. */
  readonly enoughIn: number | null;
}

const SECOND = 1_000; // milliseconds
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const BEIJING = 8 * 60 * MINUTE; // ahead of UTC, the whole year

/** The allowances that one request of a partner draws on: its own, and those of the document. */
export function allowancesFor(
  partner: Partner,
  document: TrustedDocument | undefined,
  cost: number,
  now: Date,
): readonly Allowance[] {
  const own = allowances(partner.partnerId, "", partner.quota, { requests: 1, cost, now });
  if (!document) return own;
  const owner = `${partner.partnerId} ${document.name}`;
  return [...own, ...allowances(owner, "document-", document.quota, { requests: 1, cost, now })];
}

/** What an event of a subscription draws on: its cost, for it is no request. */
export const allowancesForEvent = (...given: Parameters<typeof allowancesFor>): readonly Allowance[] =>
  allowancesFor(...given).filter(({ unit }) => unit === "cost");

interface Asked {
  readonly requests: number;
  readonly cost: number;
  readonly now: Date;
}

/**
 * Requests are counted by the second and for sixty of them after it, so that no sixty seconds have more than the quota,
 * wherever they begin. Cost is counted by the calendar day of Beijing.
 */
function allowances(
  owner: string,
  prefix: string,
  { requestsPerMinute, costPerDay }: Quota,
  { requests, cost, now }: Asked,
): readonly Allowance[] {
  const made: Allowance[] = [];
  const counter = (policy: string) => ({ policy: `${prefix}${policy}`, counter: `${owner} ${prefix}${policy}` });
  if (requestsPerMinute !== undefined) {
    const slot = now.getTime() - (now.getTime() % SECOND);
    const taking = { slot, from: slot - MINUTE, quota: requestsPerMinute, amount: requests };
    made.push({ ...counter("minute"), ...taking, window: 60, unit: "requests", counts: MINUTE + SECOND });
  }
  if (costPerDay !== undefined) {
    const slot = now.getTime() - ((now.getTime() + BEIJING) % DAY);
    const taking = { slot, from: slot, quota: costPerDay, amount: cost };
    made.push({ ...counter("day"), ...taking, window: DAY / SECOND, unit: "cost", counts: DAY });
  }
  return made;
}

export const usagesOf = (allowances: readonly Allowance[], { slots }: Taken, now: Date): readonly Usage[] =>
  allowances.map((allowance, index) => {
    const counted = slots[index] ?? [];
    const used = sum(counted);
    return {
      ...allowance,
      left: Math.max(0, allowance.quota - used),
      moreIn: secondsUntilFree(counted, Math.min(1, used), allowance, now),
      enoughIn: secondsUntilFree(counted, used + allowance.amount - allowance.quota, allowance, now),
    };
  });

/** Seconds until so much more does not count any more, the oldest first. */
function secondsUntilFree(slots: readonly Slot[], amount: number, { counts }: Allowance, now: Date): number | null {
  let freed = 0;
  for (const { slot, used } of slots) {
    freed += used;
    if (amount > 0 && freed >= amount) return Math.max(1, Math.ceil((slot + counts - now.getTime()) / SECOND));
  }
  return null;
}

/**
 * The headers that tell a client how it stands, as draft-ietf-httpapi-ratelimit-headers-10 has them: `r` is left, and in
 * `t` seconds there is more. The unit "cost" is ours.
 */
export const rateLimitHeaders = (usages: readonly Usage[]): Readonly<Record<string, string>> => ({
  "ratelimit-policy": usages
    .map(
      ({ policy, quota, window, unit }) => `"${policy}";q=${quota};w=${window}${unit === "cost" ? ';qu="cost"' : ""}`,
    )
    .join(", "),
  ratelimit: usages
    .map(({ policy, left, moreIn }) => `"${policy}";r=${left}${moreIn === null ? "" : `;t=${moreIn}`}`)
    .join(", "),
});
