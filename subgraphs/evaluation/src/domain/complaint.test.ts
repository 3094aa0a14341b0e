import { DomainError } from "@yimen/kernel/errors";
import { describe, expect, it } from "vitest";
import { day } from "./badReview.example.js";
import {
  type Complaint,
  type ComplaintCommand,
  type ComplaintId,
  type ComplaintStatus,
  decideComplaint,
  evolveComplaint,
} from "./complaint.js";
import { ComplaintStepNotAllowed, InvolvedInComplaint } from "./complaintRefusals.js";
import { TextMissing } from "./requireText.js";

const on = day("2026-03-24");
const by = "taoshan-director";

const aComplaint = (given: Partial<Complaint> = {}): Complaint => ({
  ...evolveComplaint(null, {
    type: "ComplaintFiled",
    id: "complaint-1" as ComplaintId,
    kind: "COMPLAINT",
    category: "INTEGRITY",
    outletId: "taoshan-hall",
    officerId: "taoshan-staff-03",
    caseId: null,
    text: "要求到指定复印店",
    realName: true,
    filedOn: day("2026-03-02"),
    dueOn: day("2026-03-23"),
    dueProvisional: false,
  }),
  ...given,
});

const commands: readonly ComplaintCommand[] = [
  { type: "accept", on, by },
  { type: "investigate", on, by, findings: "属实", substantiated: true },
  { type: "answer", on, by, answer: "已批评教育" },
  { type: "escalate", on },
];

describe("a complaint", () => {
  it("goes one way only: accepted, investigated, answered (R191)", () => {
    const steps = new Set<string>();
    const walk = (state: Complaint): void => {
      for (const command of commands) {
        try {
          const next = evolveComplaint(state, decideComplaint(state, command));
          if (next.status !== state.status) steps.add(`${state.status}→${next.status}`);
          walk(next);
        } catch (refusal) {
          if (!(refusal instanceof DomainError)) throw refusal;
        }
      }
    };

    walk(aComplaint());

    expect([...steps]).toEqual(["FILED→ACCEPTED", "ACCEPTED→INVESTIGATED", "INVESTIGATED→ANSWERED"]);
  });

  it.each<ComplaintStatus>(["FILED", "ACCEPTED", "ANSWERED"])("is not answered when %s (R187)", (status) => {
    const command = { type: "answer", on, by, answer: "已处理" } as const;

    expect(() => decideComplaint(aComplaint({ status }), command)).toThrow(ComplaintStepNotAllowed);
  });

  it("is not closed without telling the complainant the result (R187)", () => {
    const investigated = aComplaint({ status: "INVESTIGATED" });

    expect(() => decideComplaint(investigated, { type: "answer", on, by, answer: " " })).toThrow(TextMissing);
  });

  it("is not handled by the one it is about", () => {
    const command = { type: "accept", on, by: "taoshan-staff-03" } as const;

    expect(() => decideComplaint(aComplaint(), command)).toThrow(InvolvedInComplaint);
  });

  it("escalates once when its answer is late", () => {
    const escalated = evolveComplaint(aComplaint(), decideComplaint(aComplaint(), { type: "escalate", on }));

    expect(escalated.escalatedOn).toBe(on);
    expect(() => decideComplaint(escalated, { type: "escalate", on })).toThrow(ComplaintStepNotAllowed);
    expect(() => decideComplaint(aComplaint(), { type: "escalate", on: day("2026-03-23") })).toThrow();
  });
});
