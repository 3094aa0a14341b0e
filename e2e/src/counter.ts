import { actingIn } from "./acting.js";
import { personas } from "./personas.js";
import type { System } from "./system.js";

/** The matter that the tests apply for: entrusted to window 2, promised in five working days. */
export const MATTER = "taoshan-social-organisation-registration";

interface Opened {
  readonly case: { readonly id: string; readonly version: number; readonly visit: { readonly id: string } };
  readonly receipt: { readonly caseNo: string; readonly secret: string };
}

const { officerW2, officerW2B, approverCivil } = personas;

export type Counter = Awaited<ReturnType<typeof openCounter>>;

/** Window 2 at work: opens, accepts and finishes cases of `MATTER`. */
export async function openCounter(system: System) {
  const acting = actingIn(system);
  const { matter } = await acting.ask<{ matter: { guide: { materials: { id: string }[] } } }>(
    null,
    "query ($id: ID!) { matter(id: $id) { guide { materials { id } } } }",
    { id: MATTER },
  );
  const requirementIds = matter.guide.materials.map(({ id }) => id);
  const open = (applicantId = "applicant-1", who = officerW2) =>
    acting.act<Opened>(
      who,
      "openCase",
      {
        windowId: "taoshan-w2",
        matterId: MATTER,
        applicant: {
          applicantId,
          kind: "ORGANISATION",
          name: "测试-桃山-社团-001",
          idNumber: null,
          phone: "0464-0000001",
        },
        presentRequirementIds: requirementIds,
      },
      "case { id version visit { id } } receipt { caseNo secret }",
    );
  return {
    requirementIds,
    open,
    /** A case that the department has on its desk. */
    async underReview() {
      const opened = await open();
      await acting.act(officerW2, "acceptCase", { caseId: opened.case.id });
      await acting.act(approverCivil, "pickUpCase", { caseId: opened.case.id });
      return opened;
    },
    /** What remains to be done with a case under review, one step after the other. */
    steps: (caseId: string) => [
      () => acting.act(approverCivil, "decideCase", { caseId, granted: true }),
      () => acting.act(approverCivil, "makeResult", { caseId, documentNo: "示例-001" }),
      () => acting.act(approverCivil, "issueResult", { caseId }),
      () => acting.act(officerW2B, "deliverResult", { caseId }),
    ],
  };
}
