import { randomUUID } from "node:crypto";
import type { Calendar } from "@yimen/workdays/calendar";
import { officeDay } from "@yimen/workdays/instant";
import type { Appraisal } from "./domain/appraisal.js";
import { appraisalEvent } from "./domain/appraisalEvent.js";
import type { Appraisee } from "./domain/appraiser.js";
import { dueOn, followUpKinds } from "./domain/followUp.js";
import { replacementFor } from "./domain/replacement.js";
import type { StaffEvent } from "./domain/staffEvent.js";
import { recordDuty } from "./recordDuty.js";
import { insertFollowUps } from "./store/appraisalStore.js";
import type { Tx } from "./store/db.js";
import { endPlacements } from "./store/placementStore.js";
import { findHoldingsOfStaff, findPosts } from "./store/postStore.js";
import { insertReplacements } from "./store/replacementStore.js";

/**
 * Does what an appraisal asks for: a talk and a rectification by their days (R172), or the return to the home unit,
 * after which whoever backs the posts takes over or an alert stands, and somebody else is selected (R173).
 *
 * @returns what the log tells of it
 */
export async function followAppraisal(
  tx: Tx,
  appraisal: Appraisal,
  appraisee: Appraisee,
  outletIds: readonly string[],
  calendar: Calendar,
): Promise<StaffEvent[]> {
  switch (appraisal.consequence) {
    case "NONE":
      return [];
    case "ADMONITION":
      return admonish(tx, appraisal, calendar);
    case "RETURNED":
      return returnHome(tx, appraisal, appraisee, outletIds, calendar);
  }
}

async function admonish(tx: Tx, appraisal: Appraisal, calendar: Calendar): Promise<StaffEvent[]> {
  const today = officeDay(appraisal.recordedAt);
  const followUps = followUpKinds.map((kind) => {
    return { id: randomUUID(), appraisalId: appraisal.id, kind, dueOn: dueOn(kind, today, calendar), doneAt: null };
  });
  await insertFollowUps(tx, followUps);
  const { staffId, outletId, recordedAt } = appraisal;
  return followUps.map(({ id }) => appraisalEvent("APPRAISAL_FOLLOW_UP_OPENED", { id, staffId, outletId }, recordedAt));
}

async function returnHome(
  tx: Tx,
  appraisal: Appraisal,
  { homeDepartmentId }: Appraisee,
  outletIds: readonly string[],
  calendar: Calendar,
): Promise<StaffEvent[]> {
  const { id, staffId, recordedAt } = appraisal;
  const today = officeDay(recordedAt);
  // What happened up to this minute happened with the old holder: it is recorded before the posts change hands.
  const until = await recordDuty(tx, outletIds, recordedAt, calendar);
  const holdings = await findHoldingsOfStaff(tx, [staffId], today);
  const posts = await findPosts(
    tx,
    holdings.map(({ postId }) => postId),
  );
  await endPlacements(tx, staffId, today);
  await insertReplacements(
    tx,
    posts.map((post) => replacementFor(post.id, post.outletId, staffId, homeDepartmentId, recordedAt)),
  );
  const returned = posts.map((post) => {
    const subject = { id, staffId, outletId: post.outletId, postId: post.id };
    return appraisalEvent("RETURNED_TO_HOME_UNIT", subject, recordedAt, `RETURNED_TO_HOME_UNIT:${id}:${post.id}`);
  });
  return [...until, ...returned];
}
