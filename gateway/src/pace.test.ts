import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { Pace } from "./pace.js";

/** Operations that end when they are told to, and the order in which they began. */
function begin(pace: Pace, count: number) {
  const begun: number[] = [];
  const operations = Array.from({ length: count }, (_, index) => {
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const ended = pace.run(() => {
      begun.push(index);
      return promise;
    });
    return { ended, end: () => resolve(index), fail: () => reject(new Error(`${index} failed`)) };
  });
  return { begun, operations };
}

/** A turn of the event loop in which subgraphs have answered. */
const busyTurn = async (pace: Pace) => {
  pace.progressed();
  await nextTurn();
  pace.progressed();
};

it("a few operations begin at once; while those make progress, another begins when one has ended, in order", async () => {
  const pace = new Pace();
  const { begun, operations } = begin(pace, 10);
  await busyTurn(pace);
  await busyTurn(pace);
  expect(begun).toEqual([0, 1, 2]);

  operations[1]?.end();

  expect(await operations[1]?.ended).toBe(1);
  expect(begun).toEqual([0, 1, 2, 3]);
});

it("all operations begin while subgraphs keep those under way waiting", async () => {
  const { begun } = begin(new Pace(), 50);

  for (let turn = 0; turn < 60; turn++) await nextTurn();

  expect(begun).toHaveLength(50);
});

it("an operation that fails makes way for the next", async () => {
  const pace = new Pace();
  const { begun, operations } = begin(pace, 4);
  await busyTurn(pace);

  operations[0]?.fail();

  await expect(operations[0]?.ended).rejects.toThrow("0 failed");
  expect(begun).toContain(3);
});
