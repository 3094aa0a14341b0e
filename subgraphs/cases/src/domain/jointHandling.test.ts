import type { PlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { after, caseIn, hours, onItsOwn, usual } from "../testing/aCase.js";
import { tried } from "../testing/caseHistories.js";
import type { Case } from "./case.js";
import { nextDeadline } from "./caseClock.js";
import type { CaseCommand } from "./caseCommand.js";
import { decide } from "./decide.js";
import { evolve } from "./evolve.js";
import { opinionsMissing } from "./jointHandling.js";

const day = (date: string) => date as PlainDate;
const others = ["taoshan-water", "qitaihe-water", "shanyang-water"];
const lead = "taoshan-civil-affairs";
const parties = others.map((departmentId) => ({ departmentId, dueOn: day("2026-03-05") }));
const convening = (change: object = {}) => ({ ...usual("convene"), parties, ...change }) as CaseCommand;
const opinion = (departmentId: string, change: object = {}) =>
  ({ ...usual("giveOpinion", hours(2)), departmentId, ...change }) as CaseCommand;
const convened = after(caseIn("UNDER_REVIEW"), convening());
const deciding = (granted = true) => ({ ...usual("decide", hours(3)), granted }) as CaseCommand;
const code = (refused: string) =>
  expect.objectContaining({ code: refused, rule: expect.objectContaining({ id: "R123" }) });

describe("a joint case (R123)", () => {
  it("is called with each department's own day, the deciding one's being the case's", () => {
    expect(convened.joint?.parties).toEqual([
      { departmentId: lead, dueOn: "2026-03-09", opinion: null },
      ...parties.map((party) => ({ ...party, opinion: null })),
    ]);
    expect(nextDeadline(convened)).toMatchObject({ about: "OPINION", at: new Date("2026-03-05T09:00:00Z") });
  });

  it.each([
    ["nobody else", []],
    ["a department twice", [...parties, ...parties.slice(0, 1)]],
    ["the deciding department", [{ departmentId: lead, dueOn: day("2026-03-05") }]],
    ["a day that has passed", [{ departmentId: "taoshan-water", dueOn: day("2026-03-01") }]],
    ["a day after the case is due", [{ departmentId: "taoshan-water", dueOn: day("2026-03-10") }]],
  ])("is not called with %s", (_, given) => {
    expect(() => decide(caseIn("UNDER_REVIEW"), convening({ parties: given }))).toThrow(
      code("JOINT_PARTIES_NOT_VALID"),
    );
  });

  it("is called once, and only by those called spoken of, through their chief representatives", () => {
    expect(() => decide(convened, convening())).toThrow(code("JOINT_ALREADY_CONVENED"));
    expect(() => decide(convened, opinion("taoshan-forestry"))).toThrow(code("NOT_A_JOINT_PARTY"));
    expect(() => decide(convened, opinion(lead, { chief: false }))).toThrow(code("CHIEF_REPRESENTATIVE_ONLY"));
    expect(() => decide(convened, opinion(lead, { agrees: false, opinion: " " }))).toThrow(
      expect.objectContaining({ code: "REASON_REQUIRED" }),
    );
    for (const command of [opinion(lead), usual("superviseJoint")])
      expect(() => decide(caseIn("UNDER_REVIEW"), command)).toThrow(code("JOINT_NOT_CONVENED"));
  });

  it("lets a department change its opinion until the decision", () => {
    const objected = after(convened, opinion(lead, { agrees: false, opinion: "示例" }));

    expect(opinionsMissing(objected).map(({ departmentId }) => departmentId)).toEqual(others);
    expect(after(objected, opinion(lead)).joint?.parties[0]?.opinion).toMatchObject({ agrees: true });
  });

  it("whoever says what in whatever order, is decided exactly when all have spoken under supervision (R123)", () => {
    const act = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ who: fc.constantFrom(lead, ...others, "taoshan-forestry"), agrees: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.constant("supervise" as const) },
      { weight: 2, arbitrary: fc.record({ granted: fc.boolean() }) },
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const said = new Map<string, boolean>();
        let supervised = false;
        let current: Case = convened;
        for (const one of acts) {
          if (current.decision) return;
          const command =
            one === "supervise"
              ? { ...usual("superviseJoint", hours(2)), by: onItsOwn("supervisor") }
              : "who" in one
                ? opinion(one.who, { agrees: one.agrees, opinion: "示例意见" })
                : deciding(one.granted);
          const event = tried(current, command);
          if (one === "supervise") supervised = true;
          else if ("who" in one) {
            expect(event !== null).toBe(one.who !== "taoshan-forestry");
            if (event) said.set(one.who, one.agrees);
          } else {
            const possible = supervised && said.size === 4 && (!one.granted || [...said.values()].every(Boolean));
            expect(event !== null).toBe(possible);
          }
          if (event) current = evolve(current, event);
        }
      }),
      { numRuns: 500 },
    );
  });
});
