import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { materialsFor, type SituationAnswer } from "./situation.js";

const codes = ["a", "b", "c", "d", "e"];
const guide = fc.record({
  materials: fc.tuple(
    ...codes.map((code) =>
      fc.record({
        code: fc.constant(code),
        necessity: fc.constantFrom("REQUIRED" as const, "OPTIONAL" as const, "CONDITIONAL" as const),
      }),
    ),
  ),
  questions: fc.uniqueArray(fc.constantFrom("q1", "q2", "q3")).chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.record({
          key: fc.constant(key),
          text: fc.constant(key),
          options: fc.tuple(
            fc.record({ key: fc.constant("yes"), text: fc.constant("是"), materialCodes: fc.subarray(codes) }),
            fc.record({ key: fc.constant("no"), text: fc.constant("否"), materialCodes: fc.subarray(codes) }),
          ),
        }),
      ),
    ),
  ),
});
const answered = guide.chain((given) =>
  fc.record({
    given: fc.constant(given),
    answers: fc
      .tuple(
        fc.subarray(given.questions.map(({ key }) => key)),
        fc.array(fc.constantFrom("yes", "no"), { minLength: 3, maxLength: 3 }),
      )
      .map(([keys, options]) =>
        keys.map((question, n): SituationAnswer => ({ question, option: options[n] as string })),
      ),
  }),
);

describe("the materials of a situation (R038)", () => {
  it("are on the guide's list, hold what is always required, and come out the same in any order of answers", () => {
    fc.assert(
      fc.property(answered, ({ given: { materials, questions }, answers }) => {
        const { required, unanswered } = materialsFor(materials, questions, answers);

        expect(codes).toEqual(expect.arrayContaining([...required]));
        for (const { code, necessity } of materials) if (necessity === "REQUIRED") expect(required).toContain(code);
        expect(materialsFor(materials, questions, [...answers].reverse())).toEqual({ required, unanswered });
        expect(unanswered).toHaveLength(questions.length - answers.length);
      }),
    );
  });

  it("never become fewer with one more answer", () => {
    fc.assert(
      fc.property(answered, ({ given: { materials, questions }, answers }) => {
        const all = materialsFor(materials, questions, answers).required;
        for (const { question } of answers) {
          const fewer = answers.filter((answer) => answer.question !== question);
          expect(all).toEqual(expect.arrayContaining([...materialsFor(materials, questions, fewer).required]));
        }
      }),
    );
  });

  it.each([
    ["an unknown question", [{ question: "q9", option: "yes" }]],
    ["an unknown option", [{ question: "q1", option: "perhaps" }]],
    [
      "two answers to one question",
      [
        { question: "q1", option: "yes" },
        { question: "q1", option: "no" },
      ],
    ],
  ])("are refused for %s", (_, answers) => {
    const options = ["yes", "no"].map((key) => ({ key, text: key, materialCodes: [] }));

    expect(() => materialsFor([], [{ key: "q1", text: "?", options }], answers)).toThrow("情形问题或选项有误");
  });
});
