import type { PlainDate } from "@yimen/workdays/plainDate";
import type { SatisfactionGrade } from "./grade.js";
import type { EvaluationTag } from "./tag.js";

export type EvaluationId = string & { readonly __brand: "EvaluationId" };

/** 一次一评 is of a visit, 一事一评 of a matter handled online. */
export type EvaluationScope = "VISIT" | "MATTER";

/** Where it was given: at the window's device, by scanning a code, on the web, in the app, by phone or text message. */
export type EvaluationChannel = "DEVICE" | "QR" | "WEB" | "APP" | "PHONE" | "SMS";

/** Whether the public sees the comment: not before somebody has looked at it. */
export type CommentState = "NONE" | "PENDING" | "PUBLISHED" | "WITHHELD";

/** What an applicant said about one visit or one online matter (好差评). */
export interface Evaluation {
  readonly id: EvaluationId;
  readonly scope: EvaluationScope;
  /** The visit, or the case of an online matter, that can be evaluated once. */
  readonly subjectId: string;
  readonly caseIds: readonly string[];
  readonly outletId: string;
  readonly windowId: string | null;
  /** Who served, whoever's post it was. */
  readonly officerId: string | null;
  /** Whose post it was when the officer stood in as B. */
  readonly actingForId: string | null;
  readonly grade: SatisfactionGrade;
  readonly channel: EvaluationChannel;
  readonly tags: readonly EvaluationTag[];
  readonly comment: string | null;
  readonly commentState: CommentState;
  readonly anonymous: boolean;
  /** Not anonymous and the visit knows its applicant, who must then be asked about a bad one. Who it is, only the visit says. */
  readonly realName: boolean;
  readonly givenOn: PlainDate;
  /** False once an appeal found it mistaken or untrue: it no longer counts. */
  readonly valid: boolean;
  /** Counts changes from 1. */
  readonly version: number;
}

export type EvaluationEvent =
  | ({ readonly type: "EvaluationGiven" } & Omit<Evaluation, "valid" | "version">)
  | { readonly type: "CommentModerated"; readonly published: boolean }
  | { readonly type: "EvaluationInvalidated" };

/** The evaluation after `event`; `null` before the first. */
export function evolveEvaluation(current: Evaluation | null, event: EvaluationEvent): Evaluation {
  if (event.type === "EvaluationGiven") {
    const { type: _, ...given } = event;
    return { ...given, valid: true, version: 1 };
  }
  if (!current) throw new Error(`${event.type} before EvaluationGiven`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "CommentModerated":
      return { ...next, commentState: event.published ? "PUBLISHED" : "WITHHELD" };
    case "EvaluationInvalidated":
      return { ...next, valid: false };
  }
}

/** The comment as this reader may see it. */
export const commentFor = ({ comment, commentState }: Evaluation, staffOfOutlet: boolean): string | null =>
  staffOfOutlet || commentState === "PUBLISHED" ? comment : null;

/** What an evaluation leads to. From an anonymous one nothing leads to its author, not even for staff (I-E6). */
export function linksOf(
  { anonymous, scope, subjectId, caseIds }: Evaluation,
  staffOfOutlet: boolean,
): { readonly visitId: string | null; readonly caseIds: readonly string[] } {
  if (anonymous || !staffOfOutlet) return { visitId: null, caseIds: [] };
  return { visitId: scope === "VISIT" ? subjectId : null, caseIds };
}
