import type { SiblingClient } from "@yimen/kernel/siblingClient";

/** A visit that has ended, as the log of cases tells it. */
export interface EndedVisit {
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
}

const ENDED_VISITS = /* GraphQL */ `
  query EndedVisits($after: String!, $first: Int!) {
    endedVisits(after: $after, first: $first) {
      cursor
      visits {
        officerId
        endedAt
      }
    }
  }
`;

export const createCasesClient = (sibling: SiblingClient): CasesClient => ({
  async endedVisits(after, first) {
    const variables = { after, first };
    const answer = await sibling.query<{ endedVisits: Awaited<ReturnType<CasesClient["endedVisits"]>> }>(
      ENDED_VISITS,
      variables,
    );
    return answer.endedVisits;
  },
});
