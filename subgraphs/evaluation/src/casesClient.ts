import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { EvaluationRight } from "./domain/giveEvaluation.js";

export interface CasesClient {
  /**
   * What the cases subgraph knows of a visit and of whoever wants to evaluate it; `null` when there is no such visit.
   *
   * @throws SiblingUnavailable
   */
  evaluationRight(visitId: string, token: string | null, applicantId: string | null): Promise<EvaluationRight | null>;
}

const QUERY = /* GraphQL */ `
  query EvaluationRight($visitId: ID!, $token: String, $applicantId: ID) {
    evaluationRight(visitId: $visitId, token: $token, applicantId: $applicantId) {
      visitId
      ended
      entitled
      outletId
      windowId
      officerId
      actingForId
      caseIds
      applicantId
    }
  }
`;

export const createCasesClient = (sibling: SiblingClient): CasesClient => ({
  async evaluationRight(visitId, token, applicantId) {
    const variables = { visitId, token, applicantId };
    const answer = await sibling.query<{ evaluationRight: EvaluationRight | null }>(QUERY, variables);
    return answer.evaluationRight;
  },
});
