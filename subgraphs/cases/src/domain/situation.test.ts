import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedFor, type SituationAnswer } from "./situation.js";

const codes = ["a", "b", "c", "d"];
const necessities = ["REQUIRED", "OPTIONAL", "CONDITIONAL"];
const guide = fc.record({
  materials: fc.tuple(
    ...codes.map((code) => fc.constantFrom(...necessities).map((necessity) => ({ code, necessity }))),
  ),
  questions: fc.subarray(["q1", "q2", "q3"]).chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.tuple(fc.subarray(codes), fc.subarray(codes)).map(([yes, no]) => ({
          key,
          options: [
            { key: "yes", materialCodes: yes },
            { key: "no", materialCodes: no },
          ],
        })),
      ),
    ),
  ),
  chosen: fc.tuple(...["yes", "no", "yes"].map(() => fc.constantFrom("yes", "no"))),
});

describe("the checklist of a situation (R038, R203)", () => {
  it("is what is always asked for and what an answer makes necessary, in the guide's order and any order of answers", () => {
    fc.assert(
      fc.property(guide, ({ materials, questions, chosen }) => {
        const answers = questions.map(
          ({ key }, index): SituationAnswer => ({ question: key, option: chosen[index] ?? "no" }),
        );
        const needed = questions.flatMap(({ options }, index) => {
          const option = options.find(({ key }) => key === chosen[index]);
          return option?.materialCodes ?? [];
        });

        const asked = askedFor(materials, questions, answers);

        expect(askedFor(materials, questions, answers.toReversed())).toEqual(asked);
        expect(asked.map(({ code }) => code)).toEqual(codes.filter((code) => asked.some((line) => line.code === code)));
        for (const { code, necessity } of materials) {
          const line = asked.find((one) => one.code === code);
          const required = necessity === "REQUIRED" || needed.includes(code);
          expect(line?.necessity === "REQUIRED").toBe(required);
          if (necessity === "CONDITIONAL" && !required) expect(line === undefined).toBe(questions.length > 0);
        }
      }),
    );
  });

  const options = ["yes", "no"].map((key) => ({ key, materialCodes: [] }));
  const answer = (question: string, option: string): SituationAnswer => ({ question, option });
  it.each<[string, readonly SituationAnswer[]]>([
    ["a question without an answer", []],
    ["two answers to one", [answer("q1", "yes"), answer("q1", "no")]],
    ["an answer that cannot be chosen", [answer("q1", "perhaps")]],
    ["a question that the guide does not ask", [answer("q1", "yes"), answer("q9", "yes")]],
  ])("is refused for %s", (_, answers) => {
    expect(() => askedFor([], [{ key: "q1", options }], answers)).toThrow(
      expect.objectContaining({ code: "SITUATION_NOT_CLEAR", rule: expect.objectContaining({ id: "R038" }) }),
    );
  });
});
