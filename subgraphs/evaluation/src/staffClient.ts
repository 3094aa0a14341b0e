import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { Selectable } from "./domain/selection.js";
import type { Place } from "./domain/threeLevels.js";

export interface StaffClient {
  /**
   * The outlets of a region; none when there is no such region.
   *
   * @throws SiblingUnavailable
   */
  outletsOf(regionId: string): Promise<readonly string[]>;
  /**
   * The outlets of a region with their kinds and what is above them.
   *
   * @throws SiblingUnavailable
   */
  placesOf(regionId: string): Promise<readonly Place[]>;
  /**
   * Who serves now at an outlet and may take a department's matters.
   *
   * @throws SiblingUnavailable
   */
  selectableOfficers(outletId: string, departmentId: string): Promise<readonly Selectable[]>;
}

const QUERY = /* GraphQL */ `
  query OutletsOfRegion($regionId: ID!) {
    outlets(regionId: $regionId) { id }
  }
`;

const PLACES = /* GraphQL */ `
  query PlacesOfRegion($regionId: ID!) {
    region(id: $regionId) {
      outlets {
        id
        kind
        parent { id }
      }
    }
  }
`;

interface PlaceAnswer extends Pick<Place, "id" | "kind"> {
  readonly parent: { readonly id: string } | null;
}

const SELECTABLE = /* GraphQL */ `
  query SelectableOfficers($outletId: ID!, $departmentId: ID!) {
    selectableOfficers(outletId: $outletId, departmentId: $departmentId) {
      staffId
      windowId
      actingForId
    }
  }
`;

export const createStaffClient = (sibling: SiblingClient): StaffClient => ({
  async outletsOf(regionId) {
    const { outlets } = await sibling.query<{ outlets: readonly { readonly id: string }[] }>(QUERY, { regionId });
    return outlets.map(({ id }) => id);
  },
  async selectableOfficers(outletId, departmentId) {
    const answer = await sibling.query<{ selectableOfficers: readonly Selectable[] }>(SELECTABLE, {
      outletId,
      departmentId,
    });
    return answer.selectableOfficers;
  },
  async placesOf(regionId) {
    const { region } = await sibling.query<{ region: { outlets: readonly PlaceAnswer[] } | null }>(PLACES, {
      regionId,
    });
    return (region?.outlets ?? []).map(({ id, kind, parent }) => ({ id, kind, parentId: parent?.id ?? null }));
  },
});
