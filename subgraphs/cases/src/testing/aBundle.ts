import type { BundleForCase, MatterForCase } from "../catalogueClient.js";
import { answered, type TestCases } from "./aStoredCase.js";
import { officer, officerDuty, socialOrganisation } from "./facts.js";

const material = (id: string, type: string, deferrable = false) => ({
  id,
  code: id,
  name: type,
  type,
  necessity: "REQUIRED",
  deferrable,
  maxDeferralDays: deferrable ? 5 : null,
});

const part = (
  matterId: string,
  departmentId: string,
  promised: number,
  guide: Pick<MatterForCase["guide"], "materials" | "formFields">,
): MatterForCase => ({
  ...socialOrganisation,
  matterId,
  departmentId,
  guide: {
    ...socialOrganisation.guide,
    ...guide,
    id: `${matterId}@1`,
    promisedLimit: { value: promised, unit: "WORKING_DAY" },
  },
});

const field = (key: string, required = true) => ({ key, name: key, required });

/** 开办养殖场一件事: three matters of two departments; the second alone would be promised in twenty days. */
export const farm: BundleForCase = {
  bundleId: "taoshan-livestock-farm",
  regionId: "taoshan",
  jointLimit: { value: 15, unit: "WORKING_DAY" },
  matters: [
    part("animal-health", "taoshan-agriculture", 7, {
      materials: [material("a1", "APPLICATION_FORM"), material("a2", "LAYOUT_PLAN"), material("a3", "RULES", true)],
      formFields: [field("address"), field("species")],
    }),
    part("water-abstraction", "taoshan-water", 20, {
      materials: [material("w1", "APPLICATION_FORM"), material("w2", "WATER_ASSESSMENT")],
      formFields: [field("address"), field("volume")],
    }),
    part("soil-conservation", "taoshan-water", 5, {
      materials: [material("s1", "APPLICATION_FORM"), material("s2", "LAYOUT_PLAN")],
      formFields: [field("start", false)],
    }),
  ],
};

/** Lets the siblings of these cases know the farm's bundle, and who may take it at window 2. */
export function offerFarm(cases: TestCases): void {
  cases.world.bundle = farm;
  const certificates = ["taoshan-agriculture", "taoshan-water"].map((departmentId) => ({
    id: departmentId,
    departmentId,
  }));
  cases.world.duties.set("officer", { ...officerDuty, certificates });
}

export const farmSubmission = {
  windowId: "taoshan-w2",
  bundleId: farm.bundleId,
  applicant: { applicantId: "applicant-1", kind: "PERSON", name: "示例申请人", phone: "0464-0000001" },
  presentMaterialTypes: ["APPLICATION_FORM", "LAYOUT_PLAN", "WATER_ASSESSMENT", "RULES"],
  form: [
    { key: "address", value: "示例路 1 号" },
    { key: "species", value: "示例" },
    { key: "volume", value: "1" },
  ],
};

export interface SubmittedBundle {
  readonly bundleCase: {
    readonly id: string;
    readonly bundleNo: string;
    readonly cases: readonly { readonly id: string; readonly matter: { readonly id: string } }[];
  };
  readonly receipt: { readonly secret: string };
}

const FIELDS = "bundleCase { id bundleNo cases { id matter { id } } } receipt { secret }";

/** Hands the farm's bundle in through the API. */
export const submit = (cases: TestCases, change: object = {}) =>
  cases.act<SubmittedBundle>(officer, "submitBundle", { ...farmSubmission, ...change }, FIELDS);

export const submitted = async (cases: TestCases, change: object = {}) => answered(await submit(cases, change));
