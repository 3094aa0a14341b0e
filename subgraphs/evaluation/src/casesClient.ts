import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { EvaluationRight } from "./domain/giveEvaluation.js";

/** A visit that has ended, as the log of cases tells it. */
export interface EndedVisit {
  readonly visitId: string;
  readonly outletId: string;
  readonly officerId: string;
  readonly endedAt: string;
}

export interface CasesClient {
  /**
   * The next visits that ended after a cursor, and the cursor after them.
   *
   * @throws SiblingUnavailable
   */
  endedVisits(after: string, first: number): Promise<{ cursor: string; visits: readonly EndedVisit[] }>;
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

const ENDED_VISITS = /* GraphQL */ `
  query EndedVisits($after: String!, $first: Int!) {
    endedVisits(after: $after, first: $first) {
      cursor
      visits {
        visitId
        outletId
        officerId
        endedAt
      }
    }
  }
`;

export const createCasesClient = (sibling: SiblingClient): CasesClient => ({
  async endedVisits(after, first) {
    const answer = await sibling.query<{ endedVisits: Awaited<ReturnType<CasesClient["endedVisits"]>> }>(ENDED_VISITS, {
      after,
      first,
    });
    return answer.endedVisits;
  },
  async evaluationRight(visitId, token, applicantId) {
    const variables = { visitId, token, applicantId };
    const answer = await sibling.query<{ evaluationRight: EvaluationRight | null }>(QUERY, variables);
    return answer.evaluationRight;
  },
});
