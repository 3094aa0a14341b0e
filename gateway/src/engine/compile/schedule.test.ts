import { describe, expect, it } from "vitest";
import { groupSteps } from "./schedule.js";
import type { Step } from "./step.js";

/** Steps as "subgraph: those it waits for", in order. */
const steps = (...texts: string[]): Step[] =>
  texts.map((text, index) => {
    const [subgraph = "", after = ""] = text.split(":");
    const dependencies = new Set(after.split(" ").filter(Boolean).map(Number));
    return { index, subgraph, dependencies, entities: dependencies.size > 0 ? {} : undefined } as unknown as Step;
  });

const groups = (...texts: string[]) =>
  groupSteps(steps(...texts))
    .map(({ members }) => members.map(({ index }) => index).sort())
    .sort()
    .join(" | ");

describe("which steps share a request", () => {
  it("are those to one subgraph at one depth", () => {
    expect(groups("a:", "b:", "c: 0", "c: 1", "d: 2 3")).toBe("0 | 1 | 2,3 | 4");
  });

  it("are not those at different depths that others wait for", () => {
    expect(groups("a:", "c: 0", "b: 1", "c: 2", "d: 3")).toBe("0 | 1 | 2 | 3 | 4");
  });

  it("is a deeper one, too, for a step that nothing waits for", () => {
    expect(groups("a:", "c: 0", "b: 0", "c: 2", "d: 3")).toBe("0 | 1,3 | 2 | 4");
  });

  it("are all that nothing waits for, at the deepest of them", () => {
    expect(groups("a:", "i: 0", "p: 0", "i: 2", "q: 2", "i: 4")).toBe("0 | 1,3,5 | 2 | 4");
  });

  it("are never root steps: the planner has put them together, or has them in order", () => {
    expect(groups("a:", "a:", "a:")).toBe("0 | 1 | 2");
  });
});
