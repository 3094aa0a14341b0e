import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Case } from "./case.js";

/**
 * The office days on which the applicant was at a window for a case (R115): handing it in, bringing what was missing or
 * put right, collecting the result. What was done online, with e-licences too (R065), by courier or by an agent, or taken
 * on another region's word (R122), is no visit; several errands on one day are one.
 */
export function daysAtWindow({ online, agentOutletId, openedAt, materials, corrections, delivery }: Case): PlainDate[] {
  const handedIn = online ? [] : [openedAt];
  const brought = materials.flatMap(({ receivedAt, digest, recognition }) =>
    receivedAt && receivedAt !== openedAt && !digest && !recognition ? [receivedAt] : [],
  );
  const putRight = corrections.flatMap((notice) => (notice.receivedAt && !notice.online ? [notice.receivedAt] : []));
  const collected = delivery?.method === "WINDOW" ? [delivery.at] : [];
  const instants = agentOutletId ? [] : [...handedIn, ...brought, ...putRight, ...collected];
  return [...new Set(instants.map((at) => officeDay(new Date(at))))].sort();
}
