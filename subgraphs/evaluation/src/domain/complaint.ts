import type { PlainDate } from "@yimen/workdays/plainDate";
import { ComplaintStepNotAllowed, InvolvedInComplaint } from "./complaintRefusals.js";
import { requireText } from "./requireText.js";
import type { ProblemCategory } from "./tag.js";

export type ComplaintId = string & { readonly __brand: "ComplaintId" };
export type ComplaintStatus = "FILED" | "ACCEPTED" | "INVESTIGATED" | "ANSWERED";

/** 投诉 is about one's own affair, 举报 reports what one saw. */
export type ComplaintKind = "COMPLAINT" | "REPORT";

/** Working days within which the complainant has the result; ours to set, as the regulation only says "in time". */
export const ANSWER_DAYS = 15;

/** A complaint from its filing until the complainant has the result. */
export interface Complaint {
  readonly id: ComplaintId;
  readonly kind: ComplaintKind;
  readonly category: ProblemCategory;
  readonly outletId: string;
  /** Whom it is about; that person has no part in its handling. */
  readonly officerId: string | null;
  readonly caseId: string | null;
  readonly text: string;
  /** Filed by somebody who signed in. Who it is stands apart from the complaint and in no log. */
  readonly realName: boolean;
  readonly status: ComplaintStatus;
  readonly filedOn: PlainDate;
  /** Last office day on which the answer is in time. */
  readonly dueOn: PlainDate;
  readonly dueProvisional: boolean;
  readonly findings: string | null;
  readonly substantiated: boolean | null;
  readonly answer: string | null;
  readonly answeredOn: PlainDate | null;
  readonly escalatedOn: PlainDate | null;
  readonly version: number;
}

interface Act {
  readonly on: PlainDate;
  readonly by: string;
}

export type ComplaintFiled = { readonly type: "ComplaintFiled" } & Omit<
  Complaint,
  "status" | "findings" | "substantiated" | "answer" | "answeredOn" | "escalatedOn" | "version"
>;

export type ComplaintEvent =
  | ComplaintFiled
  | (Act & { readonly type: "ComplaintAccepted" })
  | (Act & { readonly type: "ComplaintInvestigated"; readonly findings: string; readonly substantiated: boolean })
  | (Act & { readonly type: "ComplaintAnswered"; readonly answer: string })
  | { readonly type: "ComplaintEscalated"; readonly on: PlainDate };

export type ComplaintCommand =
  | (Act & { readonly type: "accept" })
  | (Act & { readonly type: "investigate"; readonly findings: string; readonly substantiated: boolean })
  | (Act & { readonly type: "answer"; readonly answer: string })
  | { readonly type: "escalate"; readonly on: PlainDate };

/** The state machine: an answer, and so the end, comes only after an investigation. */
export const complaintAllowedFrom = {
  accept: ["FILED"],
  investigate: ["ACCEPTED"],
  answer: ["INVESTIGATED"],
  escalate: ["FILED", "ACCEPTED", "INVESTIGATED"],
} as const satisfies Record<ComplaintCommand["type"], readonly ComplaintStatus[]>;

/** @throws ComplaintStepNotAllowed, InvolvedInComplaint, TextMissing */
export function decideComplaint(current: Complaint, command: ComplaintCommand): ComplaintEvent {
  const allowed: readonly ComplaintStatus[] = complaintAllowedFrom[command.type];
  const late = command.type !== "escalate" || (!current.escalatedOn && isComplaintOverdue(current, command.on));
  if (!allowed.includes(current.status) || !late) throw new ComplaintStepNotAllowed(current, command.type, allowed);
  if ("by" in command && command.by === current.officerId) throw new InvolvedInComplaint(current);

  switch (command.type) {
    case "accept":
      return { ...command, type: "ComplaintAccepted" };
    case "investigate":
      return { ...command, type: "ComplaintInvestigated", findings: requireText("findings", command.findings) };
    case "answer":
      return { ...command, type: "ComplaintAnswered", answer: requireText("answer", command.answer) };
    case "escalate":
      return { type: "ComplaintEscalated", on: command.on };
  }
}

const begin = ({ type: _, ...filed }: ComplaintFiled): Complaint => ({
  ...filed,
  status: "FILED",
  findings: null,
  substantiated: null,
  answer: null,
  answeredOn: null,
  escalatedOn: null,
  version: 1,
});

/** The complaint after `event`; `null` before the first. */
export function evolveComplaint(current: Complaint | null, event: ComplaintEvent): Complaint {
  if (event.type === "ComplaintFiled") return begin(event);
  if (!current) throw new Error(`${event.type} before ComplaintFiled`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "ComplaintAccepted":
      return { ...next, status: "ACCEPTED" };
    case "ComplaintInvestigated":
      return { ...next, status: "INVESTIGATED", findings: event.findings, substantiated: event.substantiated };
    case "ComplaintAnswered":
      return { ...next, status: "ANSWERED", answer: event.answer, answeredOn: event.on };
    case "ComplaintEscalated":
      return { ...next, escalatedOn: event.on };
  }
}

/** Whether the answer is late on that day. */
export const isComplaintOverdue = ({ status, dueOn }: Pick<Complaint, "status" | "dueOn">, today: PlainDate): boolean =>
  status !== "ANSWERED" && today > dueOn;
