import type { Caller } from "@yimen/kernel/caller";
import type { MatterForCase } from "../catalogueClient.js";
import type { DutyFacts } from "../domain/duty.js";

/** 社会团体成立登记, as the catalogue answers it: entrusted, five working days promised of sixty. */
export const socialOrganisation: MatterForCase = {
  matterId: "taoshan-social-organisation-registration",
  departmentId: "taoshan-civil-affairs",
  regionId: "taoshan",
  presenceMode: "ENTRUSTED",
  entrustmentEffective: true,
  lists: [],
  handledOnline: true,
  guide: {
    id: "guide-1",
    kind: "PROMISED",
    promisedLimit: { value: 5, unit: "WORKING_DAY" },
    statutoryLimit: { value: 60, unit: "WORKING_DAY" },
    decisionMode: "SEPARATED",
    important: false,
    materials: [
      {
        id: "m1",
        code: "1",
        name: "申请书",
        type: "APPLICATION_FORM",
        necessity: "REQUIRED",
        deferrable: false,
        maxDeferralDays: null,
      },
      {
        id: "m2",
        code: "2",
        name: "章程草案",
        type: "ARTICLES_OF_ASSOCIATION",
        necessity: "REQUIRED",
        deferrable: false,
        maxDeferralDays: null,
      },
      {
        id: "m3",
        code: "3",
        name: "住所证明",
        type: "PREMISES_PROOF",
        necessity: "REQUIRED",
        deferrable: true,
        maxDeferralDays: null,
      },
    ],
    formFields: [],
    questions: [],
  },
};

/** An officer of the centre on duty at window 2, certified by the department. */
export const officerDuty: DutyFacts = {
  staffId: "officer",
  windowId: "taoshan-w2",
  windowName: "综合窗口2",
  windowKind: "COMPREHENSIVE",
  windowDepartmentIds: ["taoshan-civil-affairs", "taoshan-agriculture", "taoshan-water"],
  outletId: "taoshan-hall",
  regionId: "taoshan",
  present: true,
  actingForId: null,
  postId: "taoshan-w2-a",
  homeDepartmentId: null,
  certificates: [{ id: "certificate-1", departmentId: "taoshan-civil-affairs" }],
};

const staff = (staffId: string, claims: Record<string, string>): Caller => ({
  kind: "STAFF",
  subject: staffId,
  scopes: [],
  claims: { staffId, ...claims },
});

export const officer = staff("officer", { outletId: "taoshan-hall", role: "WINDOW_OFFICER" });
export const approver = staff("approver", { departmentId: "taoshan-civil-affairs", role: "APPROVER" });
export const head = staff("head", { departmentId: "taoshan-civil-affairs", role: "DEPARTMENT_HEAD" });
export const stranger = staff("stranger", { outletId: "shanyang-centre", role: "WINDOW_OFFICER" });
export const otherApplicant: Caller = {
  kind: "APPLICANT",
  subject: "applicant-2",
  scopes: [],
  claims: { applicantId: "applicant-2" },
};
export const partner: Caller = {
  kind: "PARTNER",
  subject: "bank",
  scopes: [],
  claims: { partnerId: "bank", outletId: "taoshan-hall" },
};
export const supervisor = staff("supervisor", { role: "SUPERVISOR", regionIds: "taoshan" });
/** Of the neighbouring region. */
export const otherSupervisor = staff("other-supervisor", {
  role: "SUPERVISOR",
  regionIds: "shanyang",
  outletId: "shanyang-centre",
});
export const applicant: Caller = {
  kind: "APPLICANT",
  subject: "applicant-1",
  scopes: [],
  claims: { applicantId: "applicant-1" },
};
