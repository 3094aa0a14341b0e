import { describe, expect, it } from "vitest";
import { EventQueue } from "./eventQueue.js";

const collected = async (queue: EventQueue<number>) => {
  const values: number[] = [];
  for await (const value of queue) values.push(value);
  return values;
};

describe("an event queue", () => {
  it("gives events in order, those waiting and those to come", async () => {
    const queue = new EventQueue<number>(() => {});
    queue.push(1);
    const values = collected(queue);
    await Promise.resolve();
    queue.push(2);
    queue.end(3);

    expect(await values).toEqual([1, 2, 3]);
  });

  it("takes no more than its bound: a reader too far behind reads what there is, then the end", async () => {
    const queue = new EventQueue<number>(() => {}, 2);

    expect([queue.push(1), queue.push(2), queue.push(3)]).toEqual([true, false, false]);
    expect(await collected(queue)).toEqual([1, 2]);
  });

  it("tells when its reader leaves, and wakes one who waits", async () => {
    let left = false;
    const queue = new EventQueue<number>(() => {
      left = true;
    });
    const next = queue.next();

    await queue.return();

    expect((await next).done).toBe(true);
    expect(left).toBe(true);
  });
});
