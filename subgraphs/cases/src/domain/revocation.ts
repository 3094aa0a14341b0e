import { DomainError } from "@yimen/kernel/errors";
import type { Actor, Case } from "./case.js";
import type { CaseCommand } from "./caseCommand.js";
import type { CaseEvent } from "./caseEvent.js";
import { ReasonRequired } from "./refusals.js";

/**
 * Why what was granted is taken back: 滥用职权玩忽职守, 超越法定职权, 违反法定程序, 申请人不具备资格或不符合条件,
 * 依法可以撤销的其他情形, 以欺骗贿赂等不正当手段取得.
 *
 * @see 行政许可法 第六十九条
 */
export const revocationGrounds = [
  "ABUSE_OF_OFFICE",
  "BEYOND_AUTHORITY",
  "AGAINST_PROCEDURE",
  "NOT_QUALIFIED",
  "OTHER_BY_LAW",
  "FRAUD_OR_BRIBERY",
] as const;
export type RevocationGround = (typeof revocationGrounds)[number];

/** How the holder was heard before: 陈述申辩, 听证, or the right was made known and not used (行政许可法 第七条). */
export const holderHearings = ["STATEMENT", "HEARING", "WAIVED"] as const;
export type HolderHearing = (typeof holderHearings)[number];

/** What was granted has been taken back (撤销, national status 15). */
export interface Revocation {
  readonly ground: RevocationGround;
  readonly reason: string;
  /** Number of the written decision to revoke. */
  readonly documentNo: string;
  /** When the holder was told of it and of the right to be heard. */
  readonly noticedAt: string;
  readonly heard: HolderHearing;
  readonly at: string;
  readonly by: Actor;
}

/** Only what was granted can be taken back. */
export class NothingToRevoke extends DomainError {
  readonly code = "NOTHING_TO_REVOKE";
  constructor({ id }: Case) {
    super(
      {
        zh: "该办件未作出准予决定,没有可撤销的内容;请核对办件。",
        en: "Nothing was granted in this case, so there is nothing to revoke; check the case.",
      },
      { caseId: id },
    );
  }
}

/** The authority that decided revokes, by its head (行政许可法 第六十九条). */
export class RevocationNotYours extends DomainError {
  readonly code = "REVOCATION_NOT_YOURS";
  constructor({ id }: Case) {
    super(
      {
        zh: "撤销由作出决定的部门负责人作出(行政许可法第六十九条);请报部门负责人。",
        en: "The head of the department that decided revokes it (行政许可法 第六十九条); report it to the head.",
      },
      { caseId: id },
    );
  }
}

/** The holder was not told between the decision and now. */
export class HolderNotNoticed extends DomainError {
  readonly code = "HOLDER_NOT_NOTICED";
  constructor({ id, decision }: Case, noticedAt: Date) {
    super(
      {
        zh: "撤销前应当告知被许可人并听取陈述申辩(行政许可法第七条);告知时间应在准予决定之后、撤销之前,请先告知。",
        en: "The holder is told and heard before a revocation (行政许可法 第七条), after the grant; tell the holder first.",
      },
      { caseId: id, decidedAt: decision?.at, noticedAt: noticedAt.toISOString() },
    );
  }
}

/**
 * What was granted is taken back: by the head of the department that decided, on a ground of the law, in writing, after
 * the holder was told and heard (I-K13).
 *
 * @throws NothingToRevoke, RevocationNotYours, HolderNotNoticed, ReasonRequired
 */
export function revoke(current: Case, command: Extract<CaseCommand, { type: "revoke" }>): CaseEvent {
  const { at, ground, reason, documentNo, noticedAt, heard, by, heads } = command;
  if (!current.decision || current.decision.outcome === "DENIED") throw new NothingToRevoke(current);
  if (!heads) throw new RevocationNotYours(current);
  if (reason.trim() === "" || documentNo.trim() === "") throw new ReasonRequired();
  if (noticedAt < new Date(current.decision.at) || noticedAt > at) throw new HolderNotNoticed(current, noticedAt);
  const noticed = noticedAt.toISOString();
  return { type: "CaseRevoked", at: at.toISOString(), ground, reason, documentNo, noticedAt: noticed, heard, by };
}
