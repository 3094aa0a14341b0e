import type { PlainDate } from "@yimen/workdays/plainDate";
import { FindingAlreadyResolved, FindingNotFound } from "./inspectionRefusals.js";
import { requireText } from "./requireText.js";

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
export type FindingKind = "MECHANISM_INCOMPLETE" | "SERVICE_INADEQUATE" | "PROMISE_BROKEN" | "OTHER";

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
  readonly version: number;
}

interface Act {
  readonly on: PlainDate;
  readonly by: string;
}

export type InspectionEvent =
  | ({ readonly type: "InspectionOpened" } & Omit<Inspection, "findings" | "version">)
  | (Act & { readonly type: "FindingNoticed" } & Pick<Finding, "no" | "kind" | "text" | "dueOn">)
  | (Act & { readonly type: "FindingResolved"; readonly no: number; readonly resolution: string });

export type InspectionCommand =
  | (Act & { readonly type: "recordFinding" } & Pick<Finding, "kind" | "text" | "dueOn">)
  | (Act & { readonly type: "resolveFinding"; readonly no: number; readonly resolution: string });

/** @throws FindingNotFound, FindingAlreadyResolved, TextMissing */
export function decideInspection(current: Inspection, command: InspectionCommand): InspectionEvent {
  switch (command.type) {
    case "recordFinding": {
      const text = requireText("text", command.text);
      return { ...command, type: "FindingNoticed", no: current.findings.length + 1, text };
    }
    case "resolveFinding": {
      const finding = current.findings.find(({ no }) => no === command.no);
      if (!finding) throw new FindingNotFound(current, command.no);
      if (finding.resolvedOn) throw new FindingAlreadyResolved(current, command.no);
      return { ...command, type: "FindingResolved", resolution: requireText("resolution", command.resolution) };
    }
  }
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
    case "FindingResolved": {
      const resolved = { resolution: event.resolution, resolvedOn: event.on };
      return { ...next, findings: current.findings.map((f) => (f.no === event.no ? { ...f, ...resolved } : f)) };
    }
  }
}
