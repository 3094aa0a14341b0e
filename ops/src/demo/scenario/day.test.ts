import { describe, expect, it } from "vitest";
import type { ActStep, Step } from "../step.js";
import { applicantOnline, cast } from "./cast.js";
import { day } from "./day.js";
import { eve } from "./eve.js";

const people = new Set<string>([...Object.values(cast), applicantOnline, "visitor", "bank"]);
const isAct = (step: Step): step is ActStep => "act" in step;
const references = (step: Step) => [...JSON.stringify(step).matchAll(/"@(\w+)\.\w+"/g)].map(([, name = ""]) => name);

describe("the day of the demonstration", () => {
  it("is the same for the same seed, and another one for another", () => {
    expect(day(7, 20)).toEqual(day(7, 20));
    expect(day(7, 20)).not.toEqual(day(8, 20));
  });

  it("goes forward from minute to minute", () => {
    const times = day(1, 50).map(({ at }) => at);

    expect(times).toEqual(times.toSorted());
  });

  it.each([1, 2, 3, 4, 5])("speaks only of what has happened before (seed %i)", (seed) => {
    const known = new Set(["at", "guide"]);
    for (const step of [...eve, ...day(seed, 50)]) {
      const own = isAct(step) && step.act === "openCase" ? [] : references(step);
      for (const name of own) expect(known, JSON.stringify(step)).toContain(name);
      if (isAct(step) && step.as) known.add(step.as);
    }
  });

  it("is acted by people of the seed", () => {
    const actors = [...eve, ...day(1, 50)].filter(isAct).map(({ who }) => who);

    expect(actors.filter((who) => !people.has(who))).toEqual([]);
  });

  it("leaves one case to the clock: nobody picks it up", () => {
    const onForgotten = day(1, 50).filter((step) => isAct(step) && references(step).includes("forgotten"));

    expect(onForgotten).toEqual([]);
  });
});
