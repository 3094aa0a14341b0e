import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { ServingWindow } from "./domain/deferralNotice.js";
import type { OfferingOutlet } from "./domain/rangeReach.js";

export interface StaffClient {
  /** The windows of the region that take a department's matters. @throws SiblingUnavailable */
  windowsServing(of: { readonly regionId: string; readonly departmentId: string }): Promise<ServingWindow[]>;
  /** Whether somebody serves a window at an instant. @throws SiblingUnavailable */
  onDuty(staffId: string, windowId: string, at: Date): Promise<boolean>;
  /** The region's outlets, and what tells which matters they take. @throws SiblingUnavailable */
  offeringOutlets(regionId: string): Promise<OfferingOutlet[]>;
}

const WINDOWS = /* GraphQL */ `
  query WindowsServing($regionId: ID!) {
    outlets(regionId: $regionId) { id windows { id departments { department { id } } } }
  }
`;

const OFFERING = /* GraphQL */ `
  query OfferingOutlets($regionId: ID!) {
    outlets(regionId: $regionId) { id kind lists windows { departments { department { id } } } }
  }
`;

const DUTY = /* GraphQL */ `
  query OnDuty($staffId: ID!, $windowId: ID!, $at: Instant!) {
    duty(staffId: $staffId, windowId: $windowId, at: $at) { present postId }
  }
`;

interface WindowsAnswer {
  readonly outlets: readonly {
    readonly id: string;
    readonly windows: readonly {
      readonly id: string;
      readonly departments: readonly { readonly department: { readonly id: string } | null }[];
    }[];
  }[];
}

interface OfferingAnswer {
  readonly outlets: readonly {
    readonly id: string;
    readonly kind: string;
    readonly lists: readonly string[];
    readonly windows: WindowsAnswer["outlets"][number]["windows"];
  }[];
}

interface DutyAnswer {
  readonly duty: { readonly present: boolean; readonly postId: string | null } | null;
}

export const createStaffClient = (sibling: SiblingClient): StaffClient => ({
  async windowsServing({ regionId, departmentId }) {
    const { outlets } = await sibling.query<WindowsAnswer>(WINDOWS, { regionId });
    return outlets.flatMap(({ id: outletId, windows }) =>
      windows
        .filter(({ departments }) => departments.some(({ department }) => department?.id === departmentId))
        .map(({ id: windowId }) => ({ outletId, windowId })),
    );
  },
  async offeringOutlets(regionId) {
    const { outlets } = await sibling.query<OfferingAnswer>(OFFERING, { regionId });
    return outlets.map(({ windows, ...outlet }) => ({
      ...outlet,
      departmentIds: windows.flatMap(({ departments }) =>
        departments.flatMap(({ department }) => (department ? [department.id] : [])),
      ),
    }));
  },
  async onDuty(staffId, windowId, at) {
    const { duty } = await sibling.query<DutyAnswer>(DUTY, { staffId, windowId, at });
    return duty?.present === true && duty.postId !== null;
  },
});
