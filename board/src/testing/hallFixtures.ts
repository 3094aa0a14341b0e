import type { CaseStatus, Named, Serving, Ticket, Visit, WindowState } from "../state/boardState.js";

/** A window of the hall in memory. */
export interface HallWindow extends Named {
  readonly id: string;
  readonly kind: string;
  state: WindowState["state"];
  vacantSince: Date | null;
  serving: Serving[];
  readonly waiting: Ticket[];
  readonly visits: Visit[];
}

/** A case of the hall in memory. */
export interface HallCase {
  readonly id: string;
  readonly caseNo: string;
  windowId: string | null;
  readonly matter: Named;
  readonly openedAt: Date;
  /** Place in the list of steps; -1 before the first. */
  step: number;
  version: number;
  status: CaseStatus;
  closedAt: Date | null;
  overdue: boolean;
}

export const people = ["李一", "王二", "张三", "赵四", "陈五", "周六", "吴七", "郑八"].map((name, index) => ({
  name: `${name}(示例)`,
  nameEn: `Example Officer ${index + 1}`,
}));

export const matters: readonly Named[] = [
  { name: "社会团体成立登记", nameEn: "Registering a social organisation" },
  { name: "取水许可", nameEn: "Permit to abstract water" },
  { name: "烟花爆竹经营(零售)许可", nameEn: "Licence to retail fireworks" },
  { name: "教师资格认定(初级中学及以下)", nameEn: "Recognising a teacher's qualification" },
  { name: "农药经营许可", nameEn: "Licence to deal in pesticides" },
  { name: "中介机构从事代理记账业务审批", nameEn: "Licence to keep accounts for others" },
];

const window = (id: string, name: string, nameEn: string, index: number): HallWindow => ({
  id,
  name,
  nameEn,
  kind: id === "w4" ? "GENERALIST" : "COMPREHENSIVE",
  state: "OPEN",
  vacantSince: null,
  serving: [{ officer: people[index * 2] ?? null, actingFor: null }],
  waiting: [],
  visits: [],
});

export const hallWindows = (): HallWindow[] => [
  window("w1", "综合窗口1", "Comprehensive window 1", 0),
  window("w2", "综合窗口2", "Comprehensive window 2", 1),
  window("w3", "综合窗口3", "Comprehensive window 3", 2),
  window("w4", "帮办代办窗口", "Assistance window", 3),
];
