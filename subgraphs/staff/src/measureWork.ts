import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type AppraisalScheme, type ScoreLine, schemeOn, scoreLines } from "./domain/appraisalScheme.js";
import type { AttendanceCount } from "./domain/attendanceCount.js";
import { stationOn } from "./domain/station.js";
import { measureAttendance } from "./measureAttendance.js";
import { findSchemes } from "./store/appraisalSchemeStore.js";
import { findPlacements } from "./store/placementStore.js";
import { visitsServed } from "./store/workloadStore.js";
import { visiblePersonal } from "./visiblePersonal.js";

interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Days late, left early and absent between two days, both included; `null` for callers who may not know (R154, R170). */
export async function measureDiligence(context: Context, staffId: string, span: Span): Promise<AttendanceCount | null> {
  const [visible] = await visiblePersonal(context, [{ staffId }]);
  const station = visible && stationOn(await findPlacements(context.db, staffId), span.to);
  if (!station) return null;
  return context.db.$transaction((tx) =>
    measureAttendance(tx, staffId, station, { key: `${span.from}/${span.to}`, ...span }, context.calendar),
  );
}

export interface QuantifiedScore {
  readonly scheme: AppraisalScheme;
  readonly lines: readonly ScoreLine[];
}

/**
 * Somebody's score by the scheme of their outlet, or the nearest above it that has one (R205): visits and attendance
 * are computed here, other values are given. The same facts give the same score at any time.
 *
 * @returns `null` where there is no scheme, and for callers who may not know
 * @throws IndicatorValueInvalid
 */
export async function measureScore(
  context: Context,
  staffId: string,
  span: Span,
  given: ReadonlyMap<string, number>,
): Promise<QuantifiedScore | null> {
  const attendance = await measureDiligence(context, staffId, span);
  const workplace = await context.loaders.workplaceOf.load(staffId);
  if (!attendance || !workplace) return null;
  const schemes = await findSchemes(context.db, workplace.outletIds);
  const posts = await context.loaders.holdingsOfStaff.load(staffId);
  const roles = (await context.loaders.postById.loadMany(posts.map(({ postId }) => postId))).map((post) =>
    post instanceof Error ? undefined : post?.role,
  );
  const audience = roles.includes("CENTRE_DIRECTOR") || roles.includes("DIRECTOR") ? "DIRECTOR" : "WINDOW_STAFF";
  const scheme = workplace.outletIds
    .map((outletId) =>
      schemeOn(
        schemes.filter((each) => each.outletId === outletId),
        audience,
        span.to,
      ),
    )
    .find((each) => each !== null);
  if (!scheme) return null;
  const visits = await visitsServed(context.db, staffId, span.from, span.to);
  return { scheme, lines: scoreLines(scheme, { visits, attendance, given }) };
}
