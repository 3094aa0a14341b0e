import { describe, expect, it } from "vitest";
import type { Case } from "../domain/case.js";
import type { CaseEvent } from "../domain/caseEvent.js";
import { always } from "../testing/caseHistories.js";
import type { LogEntry } from "./caseLog.js";
import { chainedHash, firstBroken } from "./hashChain.js";

describe("the log of a case", () => {
  it("is a chain that shows any change (R082, I-K14)", () => {
    always(({ states, events }) => {
      const log = chained(states, events);
      expect(firstBroken(log)).toBeNull();
      const victim = log[Math.floor(log.length / 2)] as LogEntry;
      for (const changed of [
        { ...victim, statusAfter: "GRANTED?" },
        { ...victim, data: { by: "somebody else" } },
        { ...victim, outletId: "elsewhere" },
      ]) {
        expect(firstBroken(log.map((entry) => (entry === victim ? changed : entry)))).toBe(changed);
      }
      if (log.length > 2) expect(firstBroken(log.filter((entry) => entry !== log[1]))).toBe(log[2]);
    });
  });
});

function chained(states: readonly Case[], events: readonly CaseEvent[]): LogEntry[] {
  let hash = "";
  return events.map((event, index) => {
    const { id, version, outletId, windowId, departmentId, status } = states[index] as Case;
    const entry = {
      stream: "CASE" as const,
      streamId: id,
      version,
      type: event.type,
      at: new Date(event.at),
      outletId,
      windowId,
      departmentId,
      statusBefore: states[index - 1]?.status ?? null,
      statusAfter: status,
      confidential: false,
      data: event,
    };
    hash = chainedHash(hash, entry);
    return { ...entry, hash, position: BigInt(index + 1), committedAt: new Date(event.at) };
  });
}
