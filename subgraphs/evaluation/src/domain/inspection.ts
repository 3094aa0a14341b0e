import type { PlainDate } from "@yimen/workdays/plainDate";
import { FindingAlreadyResolved, FindingNotFound, NormCheckedTwice } from "./inspectionRefusals.js";
import { requireText } from "./requireText.js";
import { type NormCheck, norms } from "./serviceNorm.js";

export type InspectionId = string & { readonly __brand: "InspectionId" };

/** 明察 is announced, 暗访 is not. */
export type InspectionMode = "OPEN" | "UNDERCOVER";

/** Who looked (营商环境监督员、新闻媒体、社会大众…). */
export type InspectionSource =
  | "COORDINATION_OFFICE"
  | "ENVIRONMENT_SUPERVISOR"
  | "MEDIA"
  | "PUBLIC"
  | "THIRD_PARTY"
  | "CAMPAIGN";

/** 帮办代办机制不健全, 帮办代办服务不到位, or a promise of the hall not kept (四零服务承诺). */
export type FindingKind = "MECHANISM_INCOMPLETE" | "SERVICE_INADEQUATE" | "PROMISE_BROKEN" | "NORM_NOT_KEPT" | "OTHER";

/** Working days within which a finding is remedied; ours to set, as the plan names none. */
export const RESOLUTION_DAYS = 5;

/** What an inspection found: the outlet is put on notice at once, and the finding stays open until it is resolved. */
export interface Finding {
  /** Counts from 1 within the inspection. */
  readonly no: number;
  readonly kind: FindingKind;
  readonly text: string;
  readonly noticedOn: PlainDate;
  /** Last office day on which the remedy is in time. */
  readonly dueOn: PlainDate;
  readonly resolution: string | null;
  readonly resolvedOn: PlainDate | null;
}

export interface Inspection {
  readonly id: InspectionId;
  readonly outletId: string;
  readonly mode: InspectionMode;
  readonly source: InspectionSource;
  readonly openedOn: PlainDate;
  readonly openedBy: string;
  readonly findings: readonly Finding[];
  /** The norms of service that were looked at (R176); not there while none were. */
  readonly checks?: readonly NormCheck[];
  readonly version: number;
}

interface Act {
  readonly on: PlainDate;
  readonly by: string;
}

export type InspectionEvent =
  | ({ readonly type: "InspectionOpened" } & Omit<Inspection, "findings" | "checks" | "version">)
  | (Act & { readonly type: "FindingNoticed" } & Pick<Finding, "no" | "kind" | "text" | "dueOn">)
  | (Act & {
      readonly type: "NormsChecked";
      readonly checks: readonly NormCheck[];
      /** One for each norm that was not kept. */
      readonly findings: readonly Pick<Finding, "no" | "kind" | "text" | "dueOn">[];
    })
  | (Act & { readonly type: "FindingResolved"; readonly no: number; readonly resolution: string });

export type InspectionCommand =
  | (Act & { readonly type: "recordFinding" } & Pick<Finding, "kind" | "text" | "dueOn">)
  | (Act & { readonly type: "checkNorms"; readonly checks: readonly NormCheck[]; readonly dueOn: PlainDate })
  | (Act & { readonly type: "resolveFinding"; readonly no: number; readonly resolution: string });

/** @throws FindingNotFound, FindingAlreadyResolved, NormCheckedTwice, TextMissing */
export function decideInspection(current: Inspection, command: InspectionCommand): InspectionEvent {
  switch (command.type) {
    case "recordFinding": {
      const text = requireText("text", command.text);
      return { ...command, type: "FindingNoticed", no: current.findings.length + 1, text };
    }
    case "checkNorms":
      return normsChecked(current, command);
    case "resolveFinding": {
      const finding = current.findings.find(({ no }) => no === command.no);
      if (!finding) throw new FindingNotFound(current, command.no);
      if (finding.resolvedOn) throw new FindingAlreadyResolved(current, command.no);
      return { ...command, type: "FindingResolved", resolution: requireText("resolution", command.resolution) };
    }
  }
}

/** Every norm that was not kept is a finding, which puts the outlet on notice. */
function normsChecked(
  current: Inspection,
  { on, by, checks, dueOn }: Extract<InspectionCommand, { type: "checkNorms" }>,
): InspectionEvent {
  const all = [...(current.checks ?? []), ...checks].map(({ norm }) => norm);
  const twice = all.find((norm, index) => all.indexOf(norm) < index);
  if (twice || checks.length === 0) throw new NormCheckedTwice(current, twice ?? null);
  const broken = checks.filter(({ kept }) => !kept);
  const findings = broken.map(({ norm, note }, index) => {
    const text = `${norms[norm].sentence}:${requireText("note", note)}`;
    return { no: current.findings.length + 1 + index, kind: norms[norm].finding, text, dueOn };
  });
  return { type: "NormsChecked", on, by, checks, findings };
}

/** The inspection after `event`; `null` before the first. */
export function evolveInspection(current: Inspection | null, event: InspectionEvent): Inspection {
  if (event.type === "InspectionOpened") {
    const { type: _, ...opened } = event;
    return { ...opened, findings: [], version: 1 };
  }
  if (!current) throw new Error(`${event.type} before InspectionOpened`);
  const next = { ...current, version: current.version + 1 };
  switch (event.type) {
    case "FindingNoticed": {
      const { no, kind, text, dueOn } = event;
      const finding = { no, kind, text, dueOn, noticedOn: event.on, resolution: null, resolvedOn: null };
      return { ...next, findings: [...current.findings, finding] };
    }
    case "NormsChecked": {
      const open = { noticedOn: event.on, resolution: null, resolvedOn: null };
      const found = event.findings.map((finding) => ({ ...finding, ...open }));
      const checks = [...(current.checks ?? []), ...event.checks];
      return { ...next, checks, findings: [...current.findings, ...found] };
    }
    case "FindingResolved": {
      const resolved = { resolution: event.resolution, resolvedOn: event.on };
      return { ...next, findings: current.findings.map((f) => (f.no === event.no ? { ...f, ...resolved } : f)) };
    }
  }
}
