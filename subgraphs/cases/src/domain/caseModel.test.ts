import { describe, expect, it } from "vitest";
import { usual } from "../testing/aCase.js";
import { always, commandTypes, tried } from "../testing/caseHistories.js";
import { type Case, isClosed } from "./case.js";
import { nextDeadline, runningDueAt } from "./caseClock.js";
import { daysAtWindow } from "./daysAtWindow.js";
import { fold } from "./evolve.js";
import { feedbackOf } from "./feedback.js";
import { missing, outstanding } from "./material.js";

describe("whatever is done to a case, in whatever order", () => {
  it("its state is the fold of its events, one version each (I-K14)", () => {
    always(({ states, events }) => {
      expect(fold(events)).toEqual(states.at(-1));
      expect(fold(JSON.parse(JSON.stringify(events)))).toEqual(states.at(-1));
      expect(states.map(({ version }) => version)).toEqual(states.map((_, index) => index + 1));
    });
  });

  it("it is accepted by somebody only complete, or with a commitment for the rest (I-K1)", () => {
    always(({ states, events }) => {
      const index = events.findIndex(({ type }) => type === "CaseAccepted");
      const accepted = states[index];
      if (!accepted?.acceptance?.by) return;
      expect(missing(accepted.materials)).toEqual([]);
      expect(outstanding(accepted.materials).every(({ deferrable, dueOn }) => deferrable && dueOn)).toBe(true);
    });
  });

  it("nothing is granted or issued with a material missing, and no deferral outlives its day (I-K2)", () => {
    always(({ states, now }) => {
      for (const state of states) {
        if (
          ["GRANTED", "RESULT_MADE", "RESULT_ISSUED", "DELIVERED"].includes(state.status) &&
          state.decision?.outcome !== "DENIED"
        ) {
          expect(missing(state.materials)).toEqual([]);
          if (state.status !== "GRANTED") expect(outstanding(state.materials)).toEqual([]);
        }
      }
      const last = states.at(-1) as Case;
      if (
        last.deferral &&
        outstanding(last.materials).length > 0 &&
        !isClosed(last) &&
        last.status !== "DENIED" &&
        !last.result
      ) {
        expect(new Date(`${last.deferral.dueOn}T17:00:00+08:00`).getTime()).toBeGreaterThanOrEqual(now.getTime());
      }
    });
  });

  it("who accepted does not decide, or alone decides, as its mode says (I-K8)", () => {
    always(({ states }) => {
      const { decision, acceptance, openedBy, online, guide } = states.at(-1) as Case;
      if (!decision) return;
      const acceptor = acceptance?.by ?? (online ? online.takenUp?.by : openedBy);
      if (!acceptor) return;
      if (guide.decisionMode === "SINGLE_STEP") expect(decision.by.staffId).toBe(acceptor.staffId);
      else expect([acceptor.staffId, acceptor.actingForId]).not.toContain(decision.by.staffId);
    });
  });

  it("an important matter is decided by the head after somebody else's report, and no other is reported (I-K9)", () => {
    always(({ states, events }) => {
      const { guide, decision, report } = states.at(-1) as Case;
      if (!guide.important) expect(report).toBeNull();
      if (!guide.important || !decision) return;
      const types = events.map(({ type }) => type);
      expect(types.indexOf("CaseReported")).toBeGreaterThan(0);
      expect(types.indexOf("CaseReported")).toBeLessThan(types.indexOf("CaseDecided"));
      expect(report?.by.staffId).not.toBe(decision.by.staffId);
    });
  });

  it("nothing follows its end but telling the applicant and the revocation of what was granted (I-K13)", () => {
    always(({ states, events, now }) => {
      const last = states.at(-1) as Case;
      const ended = states.findIndex(isClosed);
      const end = states[ended];
      const later = end ? events.slice(ended + 1) : [];
      for (const event of later) {
        expect(["CaseRevoked", "ResultFedBack", "ReminderRaised"]).toContain(event.type);
        if (event.type === "ReminderRaised") expect(event.about).toBe("FEEDBACK");
      }
      expect(last.closedAt ?? undefined).toBe(end?.closedAt ?? undefined);
      expect(last.closedAt !== null).toBe(isClosed(last));
      if (!isClosed(last)) return;
      const stands = last.status === "DELIVERED" && last.decision?.outcome !== "DENIED";
      for (const type of commandTypes) {
        const possible = (type === "revoke" && stands) || (type === "feedBack" && !feedbackOf(last));
        expect([type, tried(last, usual(type, now)) !== null]).toEqual([type, possible]);
      }
    });
  });

  it("once closed its applicant is told the result once, or the office is reminded (R088, I-K21)", () => {
    always(({ states, events }) => {
      const last = states.at(-1) as Case;
      const told = events.filter(({ type }) => type === "ResultFedBack").length;
      expect(told).toBeLessThanOrEqual(last.revocation ? 2 : 1);
      if (!isClosed(last)) expect(last.feedback).toBeUndefined();
      else if (!feedbackOf(last) && !last.reminded?.includes("FEEDBACK"))
        expect(nextDeadline(last)).toMatchObject({ act: "remind", about: "FEEDBACK" });
    });
  });

  it("it is decided only once the counterparts above have answered (R111)", () => {
    always(({ states }) => {
      for (const { decision, referrals = [] } of states)
        if (decision) expect(referrals.every(({ answer }) => answer !== null)).toBe(true);
    });
  });

  it("what another region issued is there, and checked by somebody (R122)", () => {
    always(({ states }) => {
      for (const { materials, regionId } of states)
        for (const { recognition, state } of materials) {
          if (!recognition) continue;
          expect(recognition.regionId).not.toBe(regionId);
          expect([recognition.by.staffId !== "", state !== "MISSING"]).toEqual([true, true]);
        }
    });
  });

  it("jointly it is decided only with every opinion there and supervised, and granted only when all agree (R123)", () => {
    always(({ states }) => {
      const { joint, decision } = states.at(-1) as Case;
      if (!joint || !decision) return;
      expect(joint.supervision).not.toBeNull();
      expect(joint.parties.every(({ opinion }) => opinion !== null)).toBe(true);
      if (decision.outcome !== "DENIED") expect(joint.parties.every(({ opinion }) => opinion?.agrees)).toBe(true);
    });
  });

  it("it is revoked once, out of a grant, by the head and after the holder was told (I-K13)", () => {
    always(({ states, events }) => {
      const revoked = events.filter((event) => event.type === "CaseRevoked");
      expect(revoked.length).toBe(states.at(-1)?.status === "REVOKED" ? 1 : 0);
      for (const { noticedAt, at } of revoked) {
        const { decision } = states.at(-1) as Case;
        expect(decision?.outcome).toMatch(/^GRANTED/);
        expect(noticedAt <= at && noticedAt >= (decision?.at ?? "")).toBe(true);
      }
    });
  });

  it("each warning comes once, of a running clock (I-K23)", () => {
    always(({ states, events }) => {
      let since: number[] = [];
      for (const [index, event] of events.entries()) {
        if (event.type === "LimitExtended") since = [];
        if (event.type !== "WarningRaised") continue;
        expect(since).not.toContain(event.percent);
        expect(["ACCEPTED", "UNDER_REVIEW"]).toContain(states[index - 1]?.status);
        since.push(event.percent);
      }
    });
  });

  it("each reminder comes once, of a deferral's last day or a result not delivered in time (I-K22)", () => {
    always(({ states, events }) => {
      const told = events.flatMap((event) => (event.type === "ReminderRaised" ? [event.about] : []));
      expect(new Set(told).size).toBe(told.length);
      expect(told).toEqual([...((states.at(-1) as Case).reminded ?? [])]);
      if (told.includes("DELIVERY")) expect(states.some(({ decision }) => decision)).toBe(true);
    });
  });

  it("a pause never brings its due day nearer (I-K4)", () => {
    always(({ states, events }) => {
      let due: Date | null = null;
      for (const [index, state] of states.entries()) {
        if (events[index]?.type === "CaseAccepted") due = null;
        const now = runningDueAt(state);
        if (now && due) expect(now.getTime()).toBeGreaterThanOrEqual(due.getTime());
        due = now ?? due;
      }
    });
  });

  it("it has a window as soon as somebody of one has acted on it, and a visit unless it came online (R064)", () => {
    always(({ states, events }) => {
      const [opened] = states as [Case];
      for (const [index, state] of states.entries()) {
        expect(state.visitId === null).toBe(opened.online !== undefined);
        const taken = events.slice(0, index + 1).some(({ type }) => type === "CaseTakenUp");
        expect(state.windowId !== null).toBe(!opened.online || taken);
      }
    });
  });

  it("what was handed in online is never exchanged but where somebody asked for it (R089)", () => {
    always(({ states, events }) => {
      for (const [index, event] of events.entries()) {
        if (event.type !== "MaterialsReceived" || !event.digests) continue;
        const before = (states[index - 1] as Case).materials;
        const there = before.filter(({ state }) => state === "PRESENT").map(({ requirementId }) => requirementId);
        expect(there).not.toEqual(expect.arrayContaining([event.requirementIds[0]]));
      }
    });
  });

  it("its applicant came at most once for each act at a window, and never for what was done online (R115)", () => {
    always(({ states, events }) => {
      const last = states.at(-1) as Case;
      const atWindows = events.filter(
        (event) =>
          (event.type === "CaseOpened" && !event.opened.online) ||
          ((event.type === "MaterialsReceived" || event.type === "CorrectionReceived") && !event.digests) ||
          (event.type === "CaseDelivered" && event.method === "WINDOW"),
      );
      const days = daysAtWindow(last);
      expect(days.length).toBeLessThanOrEqual(atWindows.length);
      if (!last.online) expect(days.length).toBeGreaterThan(0);
      expect(days).toEqual([...new Set(days)].sort());
    });
  });
});
