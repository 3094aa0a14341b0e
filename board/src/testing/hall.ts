import type { CaseStatus } from "../state/boardState.js";
import { HallDesk } from "./hallDesk.js";
import { type HallCase, type HallWindow, hallWindows, matters, people } from "./hallFixtures.js";

/** One entry of one of the hall's two logs. */
export interface HallEntry {
  readonly position: number;
  readonly stream: "cases" | "queue" | "duty";
  readonly type: string;
  readonly at: Date;
  readonly committedAt: Date;
  readonly windowId: string | null;
  readonly caseId: string | null;
  readonly version: number;
  readonly statusAfter: CaseStatus;
  readonly ticket: string | null;
  readonly percent: number | null;
}

/** Steps of a case, in the order in which they may follow one another, and where each leads. */
export const steps = [
  ["CaseAccepted", "ACCEPTED"],
  ["CasePickedUp", "UNDER_REVIEW"],
  ["CorrectionRequested", "AWAITING_CORRECTION"],
  ["CorrectionReceived", "UNDER_REVIEW"],
  ["CaseDecided", "GRANTED"],
  ["ResultMade", "RESULT_MADE"],
  ["ResultIssued", "RESULT_ISSUED"],
  ["CaseDelivered", "DELIVERED"],
] as const satisfies readonly (readonly [string, CaseStatus])[];

/** A hall in memory: acts change it and write its logs, and it can be asked at any moment, like the graph. */
export class Hall {
  readonly desk = new HallDesk();
  readonly windows: HallWindow[] = hallWindows();
  readonly cases = new Map<string, HallCase>();
  /** Since when each silent terminal is offline. */
  readonly terminals = new Map<string, Date>();
  readonly caseLog: HallEntry[] = [];
  readonly dutyLog: HallEntry[] = [];
  readonly listeners = new Set<() => void>();
  now = Date.parse("2026-03-02T01:30:00Z"); // 09:30 in the office
  #tickets = 0;

  /** Handed in at a window. */
  openCase(windowIndex = 0): HallCase {
    return this.#opened(this.#window(windowIndex).id);
  }

  /** Handed in online: it waits until a window takes it up. */
  handIn(): HallCase {
    return this.#opened(null);
  }

  takeUp(found: HallCase, windowIndex = 0): void {
    if (found.windowId !== null || found.closedAt) return;
    found.windowId = this.#window(windowIndex).id;
    this.#move(found, "CaseTakenUp", found.status);
  }

  #opened(windowId: string | null): HallCase {
    const number = this.cases.size + 1;
    const opened: HallCase = {
      id: `case-${number}`,
      caseNo: `TAOSHAN-20260302-${String(number).padStart(6, "0")}`,
      windowId,
      matter: matters[number % matters.length] as (typeof matters)[number],
      step: -1,
      version: 1,
      status: "COLLECTED",
      openedAt: new Date(this.now),
      closedAt: null,
      overdue: false,
    };
    this.cases.set(opened.id, opened);
    this.#writeCase(opened, "CaseOpened");
    return opened;
  }

  /** The next step of the case; nothing once it is delivered. */
  advance(found: HallCase): void {
    const next = steps[found.step + 1];
    if (!next || found.status === "WITHDRAWN") return;
    found.step += 1;
    this.#move(found, next[0], next[1]);
  }

  withdraw(found: HallCase): void {
    if (found.status === "COLLECTED") this.#move(found, "CaseWithdrawn", "WITHDRAWN");
  }

  /** Raises the warning of a promise used up so far; at 100 the case is overdue. */
  warn(found: HallCase, percent: number): void {
    if (found.status !== "ACCEPTED" && found.status !== "UNDER_REVIEW") return;
    found.overdue ||= percent >= 100;
    found.version += 1;
    this.#writeCase(found, "WarningRaised", percent);
  }

  takeTicket(windowIndex = 0, lane: "NORMAL" | "GREEN" = "NORMAL"): void {
    const window = this.#window(windowIndex);
    this.#tickets += 1;
    const number = `${lane === "GREEN" ? "G" : "A"}${String(this.#tickets).padStart(3, "0")}`;
    window.waiting.push({ id: `ticket-${this.#tickets}`, number, lane });
    this.#writeQueue(window, "TicketTaken", number);
  }

  callNext(windowIndex = 0): void {
    const window = this.#window(windowIndex);
    const ticket = window.waiting.shift();
    if (!ticket) return;
    window.visits.push({ id: `visit-${ticket.id}`, startedAt: new Date(this.now).toISOString(), ticket });
    this.#writeQueue(window, "TicketCalled", ticket.number);
    this.#writeQueue(window, "VisitStarted", ticket.number);
  }

  endVisit(windowIndex = 0): void {
    const window = this.#window(windowIndex);
    const visit = window.visits.shift();
    if (visit) this.#writeQueue(window, "VisitEnded", visit.ticket?.number ?? null);
  }

  /** B takes over from A, A is back, or nobody is there. */
  staff(windowIndex: number, by: "A" | "B" | "NOBODY"): void {
    const window = this.#window(windowIndex);
    const [a, b] = [people[windowIndex * 2], people[windowIndex * 2 + 1]] as [(typeof people)[0], (typeof people)[0]];
    const vacant = window.state === "VACANT";
    window.state = by === "NOBODY" ? "VACANT" : "OPEN";
    window.vacantSince = by === "NOBODY" ? new Date(this.now) : null;
    window.serving =
      by === "NOBODY" ? [] : [by === "A" ? { officer: a, actingFor: null } : { officer: b, actingFor: a }];
    const type =
      by === "NOBODY" ? "VACANCY_OPENED" : by === "B" ? "TAKEOVER_STARTED" : vacant ? "VACANCY_CLOSED" : "SIGNED_IN";
    this.#write(this.dutyLog, { stream: "duty", type, windowId: window.id });
  }

  /** A terminal falls silent, or is heard of again. */
  terminal(id: string, silent: boolean): void {
    if (silent) this.terminals.set(id, new Date(this.now));
    else this.terminals.delete(id);
    const type = silent ? "TERMINAL_OFFLINE" : "TERMINAL_ONLINE";
    this.#write(this.dutyLog, { stream: "duty", type, windowId: "" });
  }

  #window(index: number): HallWindow {
    return this.windows[index % this.windows.length] as HallWindow;
  }

  #move(found: HallCase, type: string, status: CaseStatus): void {
    found.status = status;
    found.version += 1;
    if (status === "DELIVERED" || status === "WITHDRAWN") found.closedAt = new Date(this.now);
    this.#writeCase(found, type);
  }

  #writeCase({ id, version, status, windowId }: HallCase, type: string, percent: number | null = null): void {
    this.#write(this.caseLog, { stream: "cases", type, windowId, caseId: id, version, statusAfter: status, percent });
  }

  #writeQueue({ id }: HallWindow, type: string, ticket: string | null): void {
    this.#write(this.caseLog, { stream: "queue", type, windowId: id, ticket });
  }

  #write(log: HallEntry[], entry: Pick<HallEntry, "stream" | "type" | "windowId"> & Partial<HallEntry>): void {
    const none = { caseId: null, version: 0, statusAfter: "COLLECTED", ticket: null, percent: null } as const;
    log.push({ ...none, ...entry, position: log.length + 1, at: new Date(this.now), committedAt: new Date() });
    for (const told of this.listeners) told();
  }
}
