import type { SiblingClient } from "@yimen/kernel/siblingClient";

/** A visit that has ended, as the log of cases tells it. */
export interface EndedVisit {
  readonly officerId: string;
  readonly windowId: string | null;
  readonly endedAt: string;
}

/** How many cases of a department were received, and of how many matters. */
export interface DepartmentVolume {
  readonly departmentId: string;
  readonly received: number;
  readonly matters: number;
}

export interface CasesClient {
  /**
   * What the departments of a region had to do between two days.
   *
   * @throws SiblingUnavailable
   */
  departmentVolumes(regionId: string, from: string, to: string): Promise<readonly DepartmentVolume[]>;
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
        windowId
        endedAt
      }
    }
  }
`;

const DEPARTMENT_VOLUMES = /* GraphQL */ `
  query DepartmentVolumes($regionId: ID!, $from: PlainDate!, $to: PlainDate!) {
    departmentVolumes(regionId: $regionId, from: $from, to: $to) {
      departmentId
      received
      matters
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
  async departmentVolumes(regionId, from, to) {
    const variables = { regionId, from, to };
    const answer = await sibling.query<{ departmentVolumes: readonly DepartmentVolume[] }>(
      DEPARTMENT_VOLUMES,
      variables,
    );
    return answer.departmentVolumes;
  },
});
