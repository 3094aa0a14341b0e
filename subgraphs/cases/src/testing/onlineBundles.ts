import type { Caller } from "@yimen/kernel/caller";
import type { TypedFile } from "../domain/oneSet.js";
import { farm, farmSubmission } from "./aBundle.js";
import { answered, type TestCases } from "./aStoredCase.js";
import { applicant, officer } from "./facts.js";

/** A paper of the one set, as a file. */
export const aTypedFile = (type: string): TypedFile => ({
  type,
  reference: `https://files.example/${type}`,
  digest: "ab".repeat(32),
});

export const farmPapers = ["APPLICATION_FORM", "LAYOUT_PLAN", "WATER_ASSESSMENT", "RULES"];

/** The farm's bundle, as its applicant hands it in online. */
const onlineFarm = {
  bundleId: farm.bundleId,
  outletId: "taoshan-hall",
  applicant: { kind: "PERSON", name: "测试-桃山-养殖-001", phone: "0464-0000003" },
  materials: farmPapers.map(aTypedFile),
  form: farmSubmission.form,
};

export interface BundleView {
  readonly id: string;
  readonly bundleNo: string;
  readonly channel: string;
  readonly closedAt: string | null;
  readonly dueOn: string | null;
  readonly window: { readonly id: string } | null;
  readonly visit: object | null;
  readonly openedBy: object | null;
  readonly cases: readonly {
    readonly id: string;
    readonly caseNo: string;
    readonly version: number;
    readonly status: string;
    readonly channel: string;
    readonly daysAtWindow: number;
    readonly dueOn: string | null;
    readonly matter: { readonly id: string };
    readonly window: { readonly id: string } | null;
    readonly visit: object | null;
    readonly takenUp: { readonly by: { readonly officer: { readonly id: string } } } | null;
    readonly materials: readonly { readonly requirementId: string; readonly state: string; readonly digest: string }[];
    readonly documents: readonly { readonly requirementId: string; readonly reference: string }[];
  }[];
}

interface HandedInBundle {
  readonly bundleCase: BundleView;
  readonly receipt: { readonly caseNo: string; readonly secret: string };
}

const FIELDS = `id bundleNo channel closedAt dueOn window { id } visit { id } openedBy { officer { id } } cases {
  id caseNo version status channel daysAtWindow dueOn matter { id } window { id } visit { id } takenUp { by { officer { id } } }
  materials { requirementId state digest } documents { requirementId reference }
}`;

/** What people do with bundles that come in online, through the API. */
export const onlineBundleActs = (cases: () => TestCases) => {
  const handIn = (change: object = {}, caller: Caller = applicant) =>
    cases().act<HandedInBundle>(
      caller,
      "handInBundleOnline",
      { ...onlineFarm, ...change },
      `bundleCase { ${FIELDS} } receipt { caseNo secret }`,
    );
  const handedIn = async (change: object = {}) => answered(await handIn(change));
  const act = (caller: Caller, mutation: string, bundleCaseId: string, input: object = {}) =>
    cases().act<BundleView>(caller, mutation, { bundleCaseId, ...input }, FIELDS);
  const takeUp = (bundleCaseId: string, caller: Caller = officer, windowId = "taoshan-w2") =>
    act(caller, "takeUpBundle", bundleCaseId, { windowId });
  const takenUp = async (change: object = {}) => {
    const { bundleCase, receipt } = await handedIn(change);
    return { bundle: answered(await takeUp(bundleCase.id)), receipt };
  };
  const read = async (id: string, caller: Caller = officer) => {
    const query = `query ($id: ID!) { bundleCase(id: $id) { ${FIELDS} } }`;
    return answered(await cases().ask<{ bundleCase: BundleView }>(caller, query, { id })).bundleCase;
  };
  /** What waits for a window, as one of its officers lists it. */
  const waitingAt = async (windowId = "taoshan-w2", caller: Caller = officer) => {
    const query = `query ($id: ID!) { bundlesWaitingOnline(windowId: $id, first: 100) { id } }`;
    const answer = await cases().ask<{ bundlesWaitingOnline: { id: string }[] }>(caller, query, { id: windowId });
    return answered(answer).bundlesWaitingOnline.map(({ id }) => id);
  };
  return { handIn, handedIn, act, takeUp, takenUp, read, waitingAt };
};
