import type { SiblingClient } from "@yimen/kernel/siblingClient";

export interface StaffClient {
  /**
   * The outlets of a region; none when there is no such region.
   *
   * @throws SiblingUnavailable
   */
  outletsOf(regionId: string): Promise<readonly string[]>;
}

const QUERY = /* GraphQL */ `
  query OutletsOfRegion($regionId: ID!) {
    outlets(regionId: $regionId) { id }
  }
`;

export const createStaffClient = (sibling: SiblingClient): StaffClient => ({
  async outletsOf(regionId) {
    const { outlets } = await sibling.query<{ outlets: readonly { readonly id: string }[] }>(QUERY, { regionId });
    return outlets.map(({ id }) => id);
  },
});
