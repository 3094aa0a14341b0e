import { DomainError } from "@yimen/kernel/errors";
import type { SiblingClient } from "@yimen/kernel/siblingClient";
import type { WindowFacts } from "./domain/bundleWindow.js";
import type { DutyFacts } from "./domain/duty.js";
import type { OutletPlace } from "./domain/proxyRequest.js";

/** No such window, or no such officer. */
export class DutyUnknown extends DomainError {
  readonly code = "DUTY_UNKNOWN";
  constructor(windowId: string) {
    super({ zh: "没有这个窗口;请核对窗口编号。", en: "There is no such window; check its id." }, { windowId });
  }
}

/** Whether an approver is there, and for whom. */
export interface ApproverDuty {
  readonly present: boolean;
  readonly actingForId: string | null;
  /** Of the post they act in; `null` for nobody of the department. */
  readonly role: string | null;
}

export interface StaffClient {
  /** The outlets that take a matter. @throws SiblingUnavailable */
  outletsTaking(matter: {
    readonly matterId: string;
    readonly departmentId: string;
    readonly lists: readonly string[];
  }): Promise<readonly string[]>;
  /** @throws DutyUnknown, SiblingUnavailable */
  duty(staffId: string, windowId: string, at: Date): Promise<DutyFacts>;
  /** @throws SiblingUnavailable */
  approverDuty(staffId: string, departmentId: string, at: Date): Promise<ApproverDuty>;
  /** The outlets of a region; none when there is no such region. @throws SiblingUnavailable */
  outletsOf(regionId: string): Promise<readonly string[]>;
  /** The windows of an outlet; none when there is no such outlet. @throws SiblingUnavailable */
  windowsOf(outletId: string): Promise<readonly WindowFacts[]>;
  /** Where outlets stand in the network, in the order asked; `null` for those that are not there. @throws SiblingUnavailable */
  places(outletIds: readonly [string, string]): Promise<readonly (OutletPlace | null)[]>;
}

const PLACES = /* GraphQL */ `
  query OutletPlaces($one: ID!, $other: ID!) {
    one: outlet(id: $one) { ...Place }
    other: outlet(id: $other) { ...Place }
  }
  fragment Place on Outlet { id kind region { id } parent { id } }
`;

interface PlaceAnswer {
  readonly id: string;
  readonly kind: string;
  readonly region: { readonly id: string };
  readonly parent: { readonly id: string } | null;
}

const placeOf = (answer: PlaceAnswer | null): OutletPlace | null =>
  answer && {
    outletId: answer.id,
    kind: answer.kind,
    regionId: answer.region.id,
    parentId: answer.parent?.id ?? null,
  };

const DUTY = /* GraphQL */ `
  query Duty($staffId: ID!, $windowId: ID!, $at: Instant!) {
    duty(staffId: $staffId, windowId: $windowId, at: $at) {
      staffId
      windowId
      windowName
      windowKind
      windowDepartmentIds
      outletId
      regionId
      present
      actingForId
      postId
      homeDepartmentId
      certificates { id departmentId }
    }
  }
`;

const TAKING = /* GraphQL */ `
  query OutletsTaking($matter: [_Any!]!) {
    _entities(representations: $matter) { ... on Matter { outlets { id } } }
  }
`;

interface TakingAnswer {
  readonly _entities: readonly [{ readonly outlets: readonly { readonly id: string }[] | null } | null];
}

const APPROVER = /* GraphQL */ `
  query ApproverDuty($staffId: ID!, $departmentId: ID!, $at: Instant!) {
    approverDuty(staffId: $staffId, departmentId: $departmentId, at: $at) { present actingForId role }
  }
`;

const OUTLETS = /* GraphQL */ `
  query OutletsOfRegion($regionId: ID!) {
    outlets(regionId: $regionId) { id }
  }
`;

const WINDOWS = /* GraphQL */ `
  query WindowsOfOutlet($outletId: ID!) {
    outlet(id: $outletId) { windows { kind departments { department { id } } } }
  }
`;

interface WindowsAnswer {
  readonly outlet: {
    readonly windows: readonly {
      readonly kind: string;
      readonly departments: readonly { readonly department: { readonly id: string } | null }[];
    }[];
  } | null;
}

export const createStaffClient = (sibling: SiblingClient): StaffClient => ({
  async outletsTaking({ matterId, departmentId, lists }) {
    const department = { __typename: "Department", id: departmentId };
    const matter = [{ __typename: "Matter", id: matterId, department, lists }];
    const { _entities } = await sibling.query<TakingAnswer>(TAKING, { matter });
    return (_entities[0]?.outlets ?? []).map(({ id }) => id);
  },
  async duty(staffId, windowId, at) {
    const { duty } = await sibling.query<{ duty: DutyFacts | null }>(DUTY, { staffId, windowId, at });
    if (!duty) throw new DutyUnknown(windowId);
    return duty;
  },
  async approverDuty(staffId, departmentId, at) {
    const answer = await sibling.query<{ approverDuty: ApproverDuty | null }>(APPROVER, { staffId, departmentId, at });
    return answer.approverDuty ?? { present: false, actingForId: null, role: null };
  },
  async outletsOf(regionId) {
    const { outlets } = await sibling.query<{ outlets: readonly { readonly id: string }[] }>(OUTLETS, { regionId });
    return outlets.map(({ id }) => id);
  },
  async windowsOf(outletId) {
    const { outlet } = await sibling.query<WindowsAnswer>(WINDOWS, { outletId });
    return (outlet?.windows ?? []).map(({ kind, departments }) => ({
      kind,
      departmentIds: departments.flatMap(({ department }) => department?.id ?? []),
    }));
  },
  async places([one, other]) {
    const found = await sibling.query<Record<"one" | "other", PlaceAnswer | null>>(PLACES, { one, other });
    return [placeOf(found.one), placeOf(found.other)];
  },
});
