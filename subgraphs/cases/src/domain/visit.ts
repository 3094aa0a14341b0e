import { DomainError } from "@yimen/kernel/errors";
import type { DutyFacts } from "./duty.js";
import type { ProxyRequest } from "./proxyRequest.js";

/**
 * A person's visit to a window, from the call to the farewell, or an agent's service to a person from the request to its
 * end; what is rated, once (一次一评, R180).
 */
export interface Visit {
  readonly id: string;
  readonly outletId: string;
  /** `null` of a service that no window gave. */
  readonly windowId: string | null;
  readonly officerId: string;
  readonly actingForId: string | null;
  readonly applicantId: string | null;
  readonly ticketId: string | null;
  /** The request for help or representation that it served; `null` at a window. */
  readonly proxyRequestId: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly version: number;
}

export class VisitNotFound extends DomainError {
  readonly code = "VISIT_NOT_FOUND";
  constructor(visitId: string) {
    super({ zh: "没有这次办事记录;请核对编号。", en: "There is no such visit; check its number." }, { visitId });
  }
}

/** The visit is over, or was at another window. */
export class VisitNotOpenHere extends DomainError {
  readonly code = "VISIT_NOT_OPEN_HERE";
  constructor(visitId: string) {
    super(
      {
        zh: "该次办事已结束或不在本窗口;请重新叫号。",
        en: "This visit has ended or is at another window; call the next ticket.",
      },
      { visitId },
    );
  }
}

/** @throws VisitNotOpenHere */
export function requireOpenAt(visit: Visit, windowId: string): Visit {
  if (visit.endedAt || visit.windowId !== windowId) throw new VisitNotOpenHere(visit.id);
  return visit;
}

/** A visit that begins at the window where this officer is on duty. */
export const visitBy = (
  { outletId, windowId, staffId, actingForId }: DutyFacts,
  begun: Pick<Visit, "id" | "applicantId" | "ticketId" | "startedAt">,
): Visit => ({
  ...begun,
  ...{ outletId, windowId, officerId: staffId, actingForId },
  ...{ proxyRequestId: null, endedAt: null, version: 1 },
});

/** The service that a request was, once it has ended: by whoever told the applicant the result (R118, R180). */
export const serviceOf = (
  { id, outletId, applicantId, openedAt }: ProxyRequest,
  { visitId, officerId, endedAt }: { readonly visitId: string; readonly officerId: string; readonly endedAt: Date },
): Visit => ({
  ...{ id: visitId, outletId, windowId: null, officerId, actingForId: null, applicantId, ticketId: null },
  ...{ proxyRequestId: id, startedAt: openedAt, endedAt, version: 1 },
});
