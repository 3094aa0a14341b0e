import { describe, expect, it } from "vitest";
import { byKey, groupByKey } from "./loader.js";

interface Row {
  readonly id: number;
  readonly of: string;
}
const rows: Row[] = [
  { id: 3, of: "b" },
  { id: 1, of: "a" },
  { id: 2, of: "b" },
];

describe("a loader", () => {
  it("asks once for all keys and answers in their order, null where there is none", async () => {
    const asked: (readonly number[])[] = [];
    const loader = byKey(
      async (ids: readonly number[]) => {
        asked.push(ids);
        return rows.filter(({ id }) => ids.includes(id));
      },
      ({ id }) => id,
    );

    expect(await Promise.all([loader.load(1), loader.load(9), loader.load(3)])).toEqual([rows[1], null, rows[0]]);
    expect(asked).toEqual([[1, 9, 3]]);
  });

  it("groups in the order of the rows, empty where there are none", async () => {
    const loader = groupByKey(
      async () => rows,
      ({ of }: Row) => of,
    );

    expect(await loader.loadMany(["b", "c", "a"])).toEqual([[rows[0], rows[2]], [], [rows[1]]]);
  });

  it("sees what changed between two events when it does not cache", async () => {
    let version = 0;
    const loader = byKey(
      async (ids: readonly number[]) => ids.map((id) => ({ id, version: ++version })),
      ({ id }) => id,
      { cache: false },
    );

    expect([await loader.load(1), await loader.load(1)]).toMatchObject([{ version: 1 }, { version: 2 }]);
  });
});
