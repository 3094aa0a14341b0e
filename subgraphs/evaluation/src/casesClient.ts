import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { EvaluationRight, MatterEvaluationRight } from "./domain/giveEvaluation.js";
import type { OutletVolume } from "./domain/threeLevels.js";

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
   * How many cases these outlets received between two days; outlets without any are not there.
   *
   * @throws SiblingUnavailable
   */
  outletVolumes(outletIds: readonly string[], from: PlainDate, to: PlainDate): Promise<readonly OutletVolume[]>;
  /**
   * What the cases subgraph knows of a visit and of whoever wants to evaluate it; `null` when there is no such visit.
   *
   * @throws SiblingUnavailable
   */
  evaluationRight(visitId: string, token: string | null, applicantId: string | null): Promise<EvaluationRight | null>;
  /**
   * The same of a case; `null` also when neither the secret nor the applicant is the case's.
   *
   * @throws SiblingUnavailable
   */
  matterEvaluationRight(
    caseNo: string,
    secret: string | null,
    applicantId: string | null,
  ): Promise<MatterEvaluationRight | null>;
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

const VOLUMES = /* GraphQL */ `
  query OutletVolumes($outletIds: [ID!]!, $from: PlainDate!, $to: PlainDate!) {
    outletVolumes(outletIds: $outletIds, from: $from, to: $to) {
      outletId
      received
      closed
      online
      simpleClosed
      proxied
    }
  }
`;

const MATTER_RIGHT = /* GraphQL */ `
  query MatterEvaluationRight($caseNo: String!, $secret: String, $applicantId: ID) {
    matterEvaluationRight(caseNo: $caseNo, secret: $secret, applicantId: $applicantId) {
      caseId
      online
      ended
      outletId
      windowId
      officerId
      actingForId
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
  async matterEvaluationRight(caseNo, secret, applicantId) {
    const variables = { caseNo, secret, applicantId };
    const answer = await sibling.query<{ matterEvaluationRight: MatterEvaluationRight | null }>(
      MATTER_RIGHT,
      variables,
    );
    return answer.matterEvaluationRight;
  },
  async outletVolumes(outletIds, from, to) {
    const variables = { outletIds, from, to };
    return (await sibling.query<{ outletVolumes: readonly OutletVolume[] }>(VOLUMES, variables)).outletVolumes;
  },
});
