import { DomainError } from "@yimen/kernel/errors";
import type { OutletKind } from "./outlet.js";
import { plans } from "./plans.js";

/** What an outlet may have: areas, devices, signs, comforts and services (R009–R012, R017, R199–R201). */
export const facilities = {
  WINDOW_AREA: { zh: "窗口服务区", en: "window area" },
  SELF_SERVICE_AREA: { zh: "自助办理区", en: "self-service area" },
  WAITING_AREA: { zh: "等候填单区", en: "waiting and form area" },
  REST_AREA: { zh: "休息区", en: "rest area" },
  COMPUTER: { zh: "电脑", en: "computer" },
  PRINTER: { zh: "打印机", en: "printer" },
  DOCUMENT_CAMERA: { zh: "高拍仪", en: "document camera" },
  TELEPHONE: { zh: "固定电话", en: "telephone" },
  EVALUATION_DEVICE: { zh: "评价仪", en: "evaluation device" },
  EVALUATION_QR: { zh: "评价二维码", en: "evaluation code to scan" },
  WINDOW_SIGN: { zh: "窗口吊牌", en: "window sign" },
  POST_SIGN: { zh: "岗位标牌", en: "post sign" },
  MATTER_BOARD: { zh: "事项公布牌", en: "board of matters" },
  SERVICE_DESK: { zh: "服务台", en: "service desk" },
  NAME_PLATE: { zh: "牌子", en: "name plate" },
  CASE_SYSTEM: { zh: "办事系统", en: "case system" },
  LEDGER: { zh: "台账", en: "ledger" },
  NOTICE_BOARD: { zh: "公告栏", en: "notice board" },
  AGENT: { zh: "代办员", en: "agent" },
  GUIDES: { zh: "办事指南", en: "set of guides" },
  SERVICE_CARD: { zh: "便民服务卡", en: "service card" },
  READING_GLASSES: { zh: "老花镜", en: "reading glasses" },
  WHEELCHAIR: { zh: "轮椅", en: "wheelchair" },
  FIRST_AID_KIT: { zh: "急救药箱", en: "first-aid kit" },
  BARRIER_FREE: { zh: "无障碍通道", en: "barrier-free access" },
  TOP_UP_DEVICE: { zh: "便民充值设备", en: "top-up device" },
  PRINTING: { zh: "文印服务", en: "printing" },
  FAX: { zh: "传真服务", en: "fax" },
  PAYMENT_ON_BEHALF: { zh: "代缴服务", en: "payment on behalf" },
  PROXY_HANDLING: { zh: "代办服务", en: "proxy handling" },
  AGENCY: { zh: "代理服务", en: "agency" },
  ONLINE_STATION: { zh: "网上服务站点", en: "online station" },
} as const;
export type Facility = keyof typeof facilities;
export const allFacilities = Object.keys(facilities) as Facility[];

/** Groups of what the plans ask for. */
export const facilityGroups = ["AREAS", "DEVICES", "SIGNS", "TEN_ONES", "COMFORT", "SERVICES"] as const;
export type FacilityGroup = (typeof facilityGroups)[number];

const asked: Record<FacilityGroup, readonly Facility[]> = {
  AREAS: ["WINDOW_AREA", "SELF_SERVICE_AREA", "WAITING_AREA", "REST_AREA"],
  DEVICES: ["COMPUTER", "PRINTER", "DOCUMENT_CAMERA", "TELEPHONE", "EVALUATION_DEVICE"],
  SIGNS: ["WINDOW_SIGN", "POST_SIGN", "MATTER_BOARD"],
  TEN_ONES: [
    ...(["SERVICE_DESK", "NAME_PLATE", "COMPUTER", "CASE_SYSTEM", "LEDGER"] as const),
    ...(["TELEPHONE", "NOTICE_BOARD", "AGENT", "GUIDES", "SERVICE_CARD"] as const),
  ],
  COMFORT: ["READING_GLASSES", "WHEELCHAIR", "FIRST_AID_KIT", "BARRIER_FREE"],
  SERVICES: ["PRINTING", "FAX", "PAYMENT_ON_BEHALF"],
};

/** Which groups are asked of which kind of place: halls and towns R009–R011, R199; village points R012, R201. */
const groupsOf: Partial<Record<OutletKind, readonly FacilityGroup[]>> = {
  CENTRE: ["AREAS", "DEVICES", "SIGNS", "COMFORT"],
  SUB_CENTRE: ["AREAS", "DEVICES", "SIGNS", "COMFORT"],
  STREET_CENTRE: ["AREAS", "DEVICES", "SIGNS", "COMFORT"],
  VILLAGE_STATION: ["TEN_ONES", "SERVICES"],
};

/** Without these no grade is given (R009, R010, R012). */
export const mandatory: readonly FacilityGroup[] = ["AREAS", "DEVICES", "TEN_ONES"];

/** How one group stands at an outlet. */
export interface FacilityScore {
  readonly group: FacilityGroup;
  readonly present: readonly Facility[];
  readonly missing: readonly Facility[];
}

/**
 * What of the groups asked of its kind an outlet has. A code to scan does for the evaluation device (R010); whether
 * there is an agent is a matter of who is on post, not of the inventory (R012).
 */
export function facilityScores(kind: OutletKind, inventory: readonly string[], hasAgent: boolean): FacilityScore[] {
  const has = new Set<string>(inventory.filter((each) => each !== "AGENT"));
  if (hasAgent) has.add("AGENT");
  if (has.has("EVALUATION_QR")) has.add("EVALUATION_DEVICE");
  return (groupsOf[kind] ?? []).map((group) => ({
    group,
    present: asked[group].filter((each) => has.has(each)),
    missing: asked[group].filter((each) => !has.has(each)),
  }));
}

export class FacilityUnknown extends DomainError {
  readonly code = "FACILITY_UNKNOWN";
  constructor(unknown: readonly string[]) {
    super(
      {
        zh: "设施清单中有无法识别的编码;代办员由在岗人员认定,不在清单中登记。",
        en: "The list has codes that are not known; an agent counts by the post held, not by the list.",
      },
      { unknown },
      plans.R010,
    );
  }
}

/** The inventory without repetitions, in the order of the vocabulary. @throws FacilityUnknown */
export function requireFacilities(given: readonly string[]): Facility[] {
  const unknown = given.filter((each) => !(each in facilities) || each === "AGENT");
  if (unknown.length > 0) throw new FacilityUnknown(unknown);
  return allFacilities.filter((each) => given.includes(each));
}
