import type { AppointmentChannel } from "./appointment.js";
import {
  AuthorisationMissing,
  HandoverNotPossible,
  MatterNotOnProxyList,
  ProxyRequestNotOpen,
  ResultNotToldYet,
  ServiceIsFree,
} from "./proxyRefusals.js";

/** 咨询引导、全程代办、预约办理、特别通道、上门、延时、网上 (R102). */
export const serviceModes = [
  "GUIDANCE",
  "FULL_PROXY",
  "APPOINTMENT",
  "SPECIAL_LANE",
  "HOME",
  "EXTENDED_HOURS",
  "ONLINE",
] as const;
export type ServiceMode = (typeof serviceModes)[number];

/** 高龄、空巢、失能、留守、特困、独居 (R104, R105). */
export const keyGroups = [
  "OLD_AGED",
  "EMPTY_NEST",
  "DISABLED",
  "LEFT_BEHIND",
  "EXTREME_POVERTY",
  "LIVING_ALONE",
] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** 进村入户、政策咨询、帮办代办、进度跟踪、信息反馈 (R118). */
export const agentServices = ["VISIT", "CONSULTATION", "PROXY", "TRACKING", "FEEDBACK"] as const;
export type AgentService = (typeof agentServices)[number];

/** The applicant's word that the agent may act for him (R112). */
export interface Authorisation {
  readonly documentNo: string;
  readonly scope: string;
  readonly at: string; // instant
}

/** Sideways between offices of one level, up or down between levels (R003). */
export const handoverDirections = ["SIDEWAYS", "UP", "DOWN"] as const;
export type HandoverDirection = (typeof handoverDirections)[number];

/** One step of the trail of responsibility. */
export interface Handover {
  readonly fromOutletId: string;
  readonly toOutletId: string;
  readonly direction: HandoverDirection;
  readonly reason: string;
  readonly byId: string;
  readonly at: string; // instant
}

/** Where an outlet stands in the network. */
export interface OutletPlace {
  readonly outletId: string;
  readonly kind: string;
  readonly regionId: string;
  readonly parentId: string | null;
}

/** Somebody is helped, or represented (帮办代办). It stays one request wherever it is passed. */
export interface ProxyRequest {
  readonly id: string;
  readonly matterId: string;
  /** Who is responsible for it now. */
  readonly outletId: string;
  readonly openedAtOutletId: string;
  readonly mode: ServiceMode;
  readonly channel: AppointmentChannel;
  readonly keyGroup: KeyGroup | null;
  readonly services: readonly AgentService[];
  readonly applicantId: string | null;
  readonly authorisation: Authorisation | null;
  readonly handovers: readonly Handover[];
  readonly caseId: string | null;
  readonly result: string | null;
  /** The channel by which the result was told. */
  readonly fedBackBy: AppointmentChannel | null;
  readonly openedAt: Date;
  readonly openedById: string;
  readonly closedAt: Date | null;
  readonly version: number;
}

export type ProxyCommand =
  | {
      readonly type: "handOver";
      readonly from: OutletPlace | null;
      readonly to: OutletPlace | null;
      readonly reason: string;
      readonly byId: string;
      readonly at: Date;
    }
  | { readonly type: "authorise"; readonly authorisation: Authorisation }
  | { readonly type: "linkCase"; readonly caseId: string; readonly matterId: string }
  | { readonly type: "close"; readonly result: string; readonly fedBackBy: AppointmentChannel; readonly at: Date };

/**
 * The request after a command.
 *
 * @throws ProxyRequestNotOpen, HandoverNotPossible, AuthorisationMissing, ResultNotToldYet
 */
export function changedProxyRequest(current: ProxyRequest, command: ProxyCommand): ProxyRequest {
  if (current.closedAt !== null) throw new ProxyRequestNotOpen(current.id);
  const next = { ...current, version: current.version + 1 };
  switch (command.type) {
    case "handOver":
      return handedOver(next, command);
    case "authorise":
      if (command.authorisation.documentNo.trim() === "") throw new AuthorisationMissing(current.id);
      return { ...next, authorisation: command.authorisation };
    case "linkCase":
      requireRepresentation(current);
      if (current.caseId !== null || current.matterId !== command.matterId) throw new ProxyRequestNotOpen(current.id);
      return { ...next, caseId: command.caseId };
    case "close":
      if (command.result.trim() === "") throw new ResultNotToldYet(current.id);
      return { ...next, result: command.result, fedBackBy: command.fedBackBy, closedAt: command.at };
  }
}

function handedOver(
  next: ProxyRequest,
  { from, to, reason, byId, at }: Extract<ProxyCommand, { type: "handOver" }>,
): ProxyRequest {
  if (!from || !to || from.outletId === to.outletId || reason.trim() === "") throw new HandoverNotPossible(next.id);
  const direction = directionOf(from, to);
  const handover = {
    fromOutletId: from.outletId,
    toOutletId: to.outletId,
    direction,
    reason,
    byId,
    at: at.toISOString(),
  };
  return { ...next, outletId: to.outletId, handovers: [...next.handovers, handover] };
}

/** To one's own parent is up, to one's own child down, everything else sideways. */
export function directionOf(from: OutletPlace, to: OutletPlace): HandoverDirection {
  if (from.parentId === to.outletId) return "UP";
  return to.parentId === from.outletId ? "DOWN" : "SIDEWAYS";
}

/** Who hands in for somebody has been authorised by them (R112). @throws AuthorisationMissing */
function requireRepresentation({ id, mode, authorisation }: ProxyRequest): void {
  if (mode === "FULL_PROXY" && authorisation === null) throw new AuthorisationMissing(id);
}

/** Whatever was agreed on: who hands in for somebody has their authorisation on record (R112). @throws AuthorisationMissing */
export function requireAuthorised({ id, authorisation }: ProxyRequest): void {
  if (authorisation === null) throw new AuthorisationMissing(id);
}

/** Home and proxy services are free, of charge and without exception (R101, R120, I-K20). @throws ServiceIsFree */
export function requireFree(fee: number): void {
  if (fee !== 0) throw new ServiceIsFree(fee);
}

/** A village station represents people in the matters of its list (R113, R120). @throws MatterNotOnProxyList */
export function requireOnProxyList(
  matterId: string,
  lists: readonly string[],
  mode: ServiceMode,
  place: OutletPlace | null,
): void {
  const listed = lists.includes("VILLAGE_PROXY");
  if (mode === "FULL_PROXY" && place?.kind === "VILLAGE_STATION" && !listed) throw new MatterNotOnProxyList(matterId);
}
