import type { Partner, Quota, TrustedDocument } from "../partner.js";
import type { Taken, Taking } from "./quotaStore.js";

/** One quota that a request draws on. */
export interface Allowance extends Taking {
  /** As the header `RateLimit-Policy` names it. */
  readonly policy: string;
  /** Seconds for which it is given. */
  readonly window: number;
  /** What is counted: `requests`, or the units of an operation's cost. */
  readonly unit: "requests" | "cost";
}

/** How an allowance stands after a request. */
export interface Usage extends Allowance {
  readonly left: number;
  /** Seconds until it is whole again. */
  readonly resetIn: number;
}

const MINUTE = 60; // seconds
const DAY = 24 * 60 * MINUTE; // it begins at 00:00 UTC, which is 08:00 in Beijing

/** The allowances that one request of a partner draws on: its own, and those of the document. */
export function allowancesFor(
  partner: Partner,
  document: TrustedDocument | undefined,
  cost: number,
  now: Date,
): readonly Allowance[] {
  const of = (owner: string, prefix: string, { requestsPerMinute, costPerDay }: Quota): Allowance[] => [
    ...allowance(owner, `${prefix}minute`, {
      quota: requestsPerMinute,
      window: MINUTE,
      unit: "requests",
      amount: 1,
      now,
    }),
    ...allowance(owner, `${prefix}day`, { quota: costPerDay, window: DAY, unit: "cost", amount: cost, now }),
  ];
  const own = of(partner.partnerId, "", partner.quota);
  return document ? [...own, ...of(`${partner.partnerId} ${document.name}`, "document-", document.quota)] : own;
}

interface Given extends Pick<Allowance, "window" | "unit" | "amount"> {
  readonly quota: number | undefined;
  readonly now: Date;
}

function allowance(owner: string, policy: string, { quota, window, unit, amount, now }: Given): readonly Allowance[] {
  if (quota === undefined) return [];
  const since = now.getTime() - (now.getTime() % (window * 1_000));
  return [{ policy, counter: `${owner} ${policy}`, since, quota, amount, window, unit }];
}

export const usagesOf = (allowances: readonly Allowance[], { used }: Taken, now: Date): readonly Usage[] =>
  allowances.map((each, index) => ({
    ...each,
    left: Math.max(0, each.quota - (used[index] ?? each.quota)),
    resetIn: Math.ceil((each.since + each.window * 1_000 - now.getTime()) / 1_000),
  }));

/** The headers that tell a client how it stands, as the IETF draft "RateLimit header fields for HTTP" has them. */
export const rateLimitHeaders = (usages: readonly Usage[]): Readonly<Record<string, string>> => ({
  "ratelimit-policy": usages
    .map(
      ({ policy, quota, window, unit }) => `"${policy}";q=${quota};w=${window}${unit === "cost" ? ';qu="cost"' : ""}`,
    )
    .join(", "),
  ratelimit: usages.map(({ policy, left, resetIn }) => `"${policy}";r=${left};t=${resetIn}`).join(", "),
});
