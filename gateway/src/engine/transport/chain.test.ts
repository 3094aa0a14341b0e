import fc from "fast-check";
import { expect, it } from "vitest";
import { Chain, type Link } from "./chain.js";

it("a chain holds what a set would, in the same order, whatever leaves it and however often", () => {
  const step = fc.oneof(fc.constant("add" as const), fc.nat({ max: 20 }));
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const chain = new Chain<number>();
      const links: Link<number>[] = [];
      const model = new Set<number>();
      for (const one of steps) {
        if (one === "add") {
          model.add(links.length);
          links.push(chain.add(links.length));
        } else {
          const link = links[one];
          if (link) chain.delete(link);
          model.delete(one);
        }
        expect([...chain]).toEqual([...model]);
        expect(chain.first?.value).toBe([...model][0]);
      }
    }),
    { seed: 20261122 },
  );
});

it("what has left a chain refers to nothing that is still in it", () => {
  const chain = new Chain<string>();
  const [, second] = [chain.add("first"), chain.add("second"), chain.add("third")];

  chain.delete(second);

  expect(second).toMatchObject({ previous: undefined, next: undefined });
  expect([...chain]).toEqual(["first", "third"]);
});
