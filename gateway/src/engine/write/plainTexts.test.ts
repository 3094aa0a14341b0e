import { describe, expect, it } from "vitest";
import { Problems } from "../run/problems.js";
import { checkAnswer } from "../transport/checkAnswer.js";
import { Completion } from "./completion.js";

describe("texts of an answer", () => {
  it.each([
    `{"data":{"a":"门 \u2028 'x'"}}`,
    `{"data":{"a":"a\\"b"}}`,
    `{"data":{"a":"\\ud800"}}`,
    `{"data":{"a":"\\u0001"}}`,
  ])("are written as JSON whether or not the subgraph had to escape them: %s", (text) => {
    const { data, isPlain = false } = checkAnswer(text, 200);
    const completion = new Completion(new Problems(), new Set());
    completion.textsArePlain = isPlain;
    expect(JSON.parse(completion.quote(String(data?.a)))).toBe(data?.a);
    expect(isPlain).toBe(!text.includes("\\"));
  });
});
