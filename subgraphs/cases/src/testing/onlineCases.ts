import type { Caller } from "@yimen/kernel/caller";
import { aFile } from "./aCase.js";
import { answered, type TestCases } from "./aStoredCase.js";
import { applicant, officer, socialOrganisation } from "./facts.js";

export interface Found {
  readonly id: string;
  readonly version: number;
}

interface HandedIn {
  readonly case: Found & Record<string, unknown>;
  readonly receipt: { readonly caseNo: string; readonly secret: string };
}

const FIELDS = `case {
  id version status channel dueOn openedBy { officer { id } } window { id } visit { id } daysAtWindow
  materials { requirementId state digest } documents { requirementId reference } takenUp { at } clock { state }
  applicant { name } agentOutlet { id }
} receipt { caseNo secret }`;
const CASE = "id version status window { id } takenUp { at by { officer { id } } } clock { state }";

const application = {
  matterId: socialOrganisation.matterId,
  outletId: "taoshan-hall",
  applicant: { kind: "ORGANISATION", name: "测试-桃山-社团-009" },
  materials: ["m1", "m2", "m3"].map(aFile),
};

/** What people do with cases that come in online, through the API. */
export const onlineActs = (cases: () => TestCases) => {
  const handIn = (change: object = {}, caller: Caller = applicant) =>
    cases().act<HandedIn>(caller, "handInOnline", { ...application, ...change }, FIELDS);
  const handedIn = async (change: object = {}) => answered(await handIn(change));
  const act = (caller: Caller, mutation: string, id: string, input: object = {}) =>
    cases().act<Found>(caller, mutation, { caseId: id, ...input }, CASE);
  const takenUp = async (change: object = {}) => {
    const { case: found, receipt } = await handedIn(change);
    await act(officer, "takeUpCase", found.id, { windowId: "taoshan-w2" });
    return { id: found.id, ...receipt };
  };
  return { handIn, handedIn, act, takenUp };
};
