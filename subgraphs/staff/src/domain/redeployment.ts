import { DomainError } from "@yimen/kernel/errors";
import type { Calendar } from "@yimen/workdays/calendar";
import { type EmptyPost, emptiedBy } from "./leavePlan.js";
import { plans } from "./plans.js";
import { holderOf, isQualified } from "./presence.js";
import type { Roster } from "./roster.js";

/** 统一调配: somebody helps at another window for a while; the own post stays theirs, and whoever backs it covers it (R161). */
export interface Redeployment {
  readonly id: string;
  readonly staffId: string;
  /** The own post, in which they act at the other window, too. */
  readonly postId: string;
  readonly fromWindowId: string | null;
  readonly fromOutletId: string;
  readonly toWindowId: string;
  readonly toOutletId: string;
  readonly from: Date;
  /** When it is over. */
  readonly until: Date;
  readonly orderedById: string;
}

/** Whether somebody is lent at that instant, and so away from the own post. */
export const isLent = ({ redeployments }: Roster, staffId: string, at: Date): boolean =>
  redeployments.get(staffId)?.some(({ from, until }) => from <= at && at < until) ?? false;

/** Who is lent to that window at that instant; nobody who has lost the own post meanwhile. */
export const lentTo = (roster: Roster, windowId: string, at: Date): Redeployment[] =>
  [...roster.redeployments.values()]
    .flat()
    .filter(
      ({ staffId, postId, toWindowId, from, until }) =>
        toWindowId === windowId && from <= at && at < until && holderOf(roster, postId, at) === staffId,
    );

export class RedeploymentNotAllowed extends DomainError {
  readonly code = "REDEPLOYMENT_NOT_ALLOWED";
  constructor(
    reason: "PERIOD" | "NO_WINDOW_POST" | "SAME_WINDOW" | "OVERLAP" | "NOT_CERTIFIED" | "TOO_FEW_STAY" | "PAIR",
    empty: EmptyPost | null = null,
  ) {
    super(
      {
        zh: "临时调配须有起止时间,本人为窗口人员且已取得对方窗口至少一个部门的上岗证明,原窗口至少留两人,原岗位由B岗全程接替;请调整时间或人选。",
        en: "A redeployment has a beginning and an end, is of somebody at a window who is certified for a department of the other, leaves two people behind, and the post stays covered by its pair all the time; choose other dates or somebody else.",
      },
      { reason, ...(empty && { postId: empty.post.id, at: empty.at.toISOString(), backupId: empty.backupId }) },
      plans.R161,
    );
  }
}

/** What is asked for. */
export interface Order extends Pick<Redeployment, "staffId" | "toWindowId" | "from" | "until"> {
  /** Whose matters the other window takes; a generalist's takes those of no department in particular. */
  readonly departmentIds: readonly string[];
}

const STAYING = 2; // so that A and B still back each other

/**
 * The post from which somebody may be lent as ordered. The pairs stay as they are: the post is covered by whoever backs
 * it at every opening minute, who is neither away nor lent then, and two people stay at the window (R149, R161).
 *
 * @param home  the roster of the person's own outlet
 * @throws RedeploymentNotAllowed
 */
export function requireOrderable(home: Roster, order: Order, now: Date, calendar: Calendar): string {
  const { staffId, from, until, toWindowId } = order;
  if (from >= until) throw new RedeploymentNotAllowed("PERIOD");
  const post = [...home.posts.values()].find(({ id, windowId }) => windowId && holderOf(home, id, from) === staffId);
  if (!post) throw new RedeploymentNotAllowed("NO_WINDOW_POST");
  if (post.windowId === toWindowId) throw new RedeploymentNotAllowed("SAME_WINDOW");
  if (lentWithin(home, staffId, order)) throw new RedeploymentNotAllowed("OVERLAP");
  const knows = (at: Date) =>
    order.departmentIds.length === 0 ||
    order.departmentIds.some((id) => isQualified(home, staffId, { departmentId: null, departmentIds: [id] }, at));
  if (!knows(from) || !knows(new Date(until.getTime() - 1))) throw new RedeploymentNotAllowed("NOT_CERTIFIED");
  const colleagues = [...home.posts.values()]
    .filter(({ windowId }) => windowId === post.windowId)
    .flatMap(({ id }) => holderOf(home, id, from) ?? [])
    .filter((id) => id !== staffId && !lentWithin(home, id, order));
  if (new Set(colleagues).size < STAYING) throw new RedeploymentNotAllowed("TOO_FEW_STAY");
  const empty = emptiedBy(home, order, now, calendar);
  if (empty) throw new RedeploymentNotAllowed("PAIR", empty);
  return post.id;
}

const lentWithin = ({ redeployments }: Roster, staffId: string, span: Pick<Redeployment, "from" | "until">): boolean =>
  redeployments
    .get(staffId)
    ?.some((each) => each.from < span.until && span.from < each.until && each.from < each.until) ?? false;

/** The redeployment as it is over now; one that has not begun never does. @throws RedeploymentNotAllowed */
export function endedAt(redeployment: Redeployment, now: Date): Redeployment {
  if (redeployment.until <= now) throw new RedeploymentNotAllowed("PERIOD");
  return { ...redeployment, until: redeployment.from > now ? redeployment.from : now };
}
