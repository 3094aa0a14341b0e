import type { Hall } from "./hall.js";

/** A busy morning: every stage has cases, B stands in for A, a post is empty, one case is late. */
export function playMorning(hall: Hall): void {
  const stagesReached = [8, 8, 7, 7, 6, 5, 5, 4, 2, 2, 3, 1, 1, 0, 0];
  for (const [index, count] of stagesReached.entries()) {
    hall.now += 3 * 60_000; // 3 minutes
    const opened = hall.openCase(index);
    for (let step = 0; step < count; step += 1) hall.advance(opened);
    if (index === 9) hall.warn(opened, 100);
    if (index === 12) hall.warn(opened, 80);
  }
  for (let ticket = 0; ticket < 11; ticket += 1)
    hall.takeTicket(ticket === 7 ? 1 : ticket % 3, ticket % 5 ? "NORMAL" : "GREEN");
  for (const window of [0, 1, 2]) hall.callNext(window);
  hall.staff(1, "B");
  hall.staff(3, "NOBODY");
}
