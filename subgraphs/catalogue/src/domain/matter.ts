import type { PlainDate } from "@yimen/workdays/plainDate";
import type { ExerciseLevel } from "./exerciseLevel.js";
import { formatHandlingItemCode, type HandlingItemCode, parseHandlingItemCode } from "./matterCode.js";
import type { MatterType } from "./matterType.js";

/** Where it may be collected: within a village up to the whole country (通办范围). */
export type HandlingRange = "VILLAGE" | "TOWN" | "COUNTY" | "CITY" | "PROVINCE" | "NATIONAL";

/** GB/T 39046-2020 A.5 办理形式. */
export type HandlingForm = "WINDOW" | "ONLINE" | "MOBILE" | "POST" | "OTHER";

/** GB/T 39046-2020 A.4 服务对象. */
export type ServiceTarget =
  | "NATURAL_PERSON"
  | "ENTERPRISE"
  | "PUBLIC_INSTITUTION"
  | "SOCIAL_ORGANISATION"
  | "ADMINISTRATIVE_ORGAN"
  | "OTHER_ORGANISATION";

/** How far it goes without coming (网办深度), each including the ones before. */
export type OnlineDepth =
  | "CONSULTATION"
  | "COLLECTION"
  | "PRE_REVIEW"
  | "ACCEPTANCE"
  | "HANDLING"
  | "RESULT_FEEDBACK"
  | "E_LICENCE_FEEDBACK"
  | "OTHER";

export type ResultType = "LICENCE" | "APPROVAL_DOCUMENT" | "OTHER" | "NONE";

/** 马上办, 网上办, 就近办, 一次办. */
export type ServiceTag = "AT_ONCE" | "ONLINE" | "NEARBY" | "ONE_VISIT";

/** The published lists a matter can stand on. */
export type MatterList =
  | "STREET"
  | "VILLAGE_PROXY"
  | "PARTNER"
  | "ONE_THING"
  | "INSTANT"
  | "MOBILE"
  | "UNIVERSAL_POST"
  | "DELEGATED_POWER"
  | "ON_THE_SPOT";

/** Approval mechanisms: 告知承诺, 容缺预审, 备案制. */
export type ApprovalMechanism = "ORDINARY" | "INFORMED_COMMITMENT" | "DEFERRAL_PREREVIEW" | "RECORD_FILING";

/** 派驻: matter and people come to the hall. 委托: the matter comes, the people do not. */
export type PresenceMode = "STATIONED" | "ENTRUSTED";

/** 事项状态: in use, suspended, cancelled. */
export type MatterState = "IN_USE" | "SUSPENDED" | "CANCELLED";

/** Whether it stands in the guide catalogue of the level above or was declared locally. */
export type MatterOrigin = "GUIDE_CATALOGUE" | "LOCAL";

/** What the guide asked for before it was optimised: the indicators measure against it. */
export interface Baseline {
  readonly materials: number;
  readonly forms: number;
  readonly steps: number;
  readonly onSiteVisits: number;
}

/** One body's implementation of a matter in one region: what a guide describes and a case refers to. */
export interface Matter {
  readonly id: string;
  readonly regionId: string;
  readonly departmentId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly handlingItemCode: string;
  readonly implementationCode: string;
  readonly basicCode: string;
  readonly type: MatterType;
  readonly exerciseLevel: ExerciseLevel;
  readonly state: MatterState;
  /** Why it is suspended; "DORMANT_3Y" when nobody applied for three years. */
  readonly stateReason: string | null;
  readonly origin: MatterOrigin;
  readonly mechanism: ApprovalMechanism;
  readonly serviceTargets: readonly ServiceTarget[];
  readonly handlingForms: readonly HandlingForm[];
  readonly handlingRange: HandlingRange;
  readonly onlineDepth: OnlineDepth;
  readonly resultType: ResultType;
  readonly tags: readonly ServiceTag[];
  readonly lists: readonly MatterList[];
  readonly baseline: Baseline;
  readonly publishedOn: PlainDate;
  readonly lastApplicationOn: PlainDate | null;
  readonly reactivatedOn: PlainDate | null;
  /** Where the entry comes from, for seeded matters. */
  readonly source: string | null;
  /** Counts changes from 1; a save expects the one it read. */
  readonly version: number;
}

/** The parts of a matter that its code says, so that they can never contradict it. */
export function identityOf(code: HandlingItemCode) {
  const handlingItemCode = formatHandlingItemCode(code);
  return {
    handlingItemCode,
    implementationCode: handlingItemCode.slice(0, 31),
    basicCode: handlingItemCode.slice(19, 31),
    type: code.basic.type,
    exerciseLevel: code.level,
  };
}

/** What makes two bodies' items the same matter: the basic code and the item's serial, without body and level (R050). */
export const itemOf = ({ handlingItemCode }: Pick<Matter, "handlingItemCode">): string => handlingItemCode.slice(19);

/** @throws MatterCodeNotValid */
export const identityFrom = (text: string) => identityOf(parseHandlingItemCode(text));
