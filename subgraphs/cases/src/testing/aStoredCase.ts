import { approver, officer } from "./facts.js";
import type { Answer, startTestCases } from "./startTestCases.js";

export type TestCases = Awaited<ReturnType<typeof startTestCases>>;

export interface Opened {
  readonly case: {
    readonly id: string;
    readonly caseNo: string;
    readonly version: number;
    readonly visit: { readonly id: string };
  };
  readonly receipt: { readonly secret: string };
}

/** An application as the officer at window 2 takes it in, with every material there. */
export const application = {
  windowId: "taoshan-w2",
  matterId: "taoshan-social-organisation-registration",
  applicant: { applicantId: "applicant-1", kind: "ORGANISATION", name: "示例社会团体", phone: "0464-0000001" },
  presentRequirementIds: ["m1", "m2", "m3"],
};

/** Collects an application through the API. */
export async function opened(cases: TestCases, change: object = {}): Promise<Opened> {
  const answer = await cases.act<Opened>(
    officer,
    "openCase",
    { ...application, ...change },
    "case { id caseNo version visit { id } } receipt { secret }",
  );
  return answered(answer);
}

/** The data of an answer without errors. */
export function answered<T>({ data, errors }: Answer<T>): T {
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Takes an application through acceptance and pick-up; it is under review then. */
export async function underReview(cases: TestCases, change: object = {}): Promise<Opened> {
  const given = await opened(cases, change);
  answered(await cases.act(officer, "acceptCase", { caseId: given.case.id }));
  answered(await cases.act(approver, "pickUpCase", { caseId: given.case.id }));
  return given;
}
