/** How a window stands by its outlet's hours and its posts, as the staff subgraph tells. */
export const windowStates = ["OPEN", "CLOSED", "VACANT"] as const;
export type WindowState = (typeof windowStates)[number];

/** A visit as far as extended service goes. */
interface Going {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/**
 * 延时服务: after closing time the window stays open for whoever came before and is still served (R100). Nothing new
 * begins: a ticket is taken during opening hours only.
 */
export const isExtended = (state: WindowState, visits: readonly Going[], now: Date): boolean =>
  state === "CLOSED" && visits.some(({ startedAt, endedAt }) => startedAt <= now && endedAt === null);
