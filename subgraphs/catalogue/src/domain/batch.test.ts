import { parsePlainDate } from "@yimen/workdays/plainDate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batch, nextBatch, standingOn, withoutMatter } from "./batch.js";

const day = (date: string) => parsePlainDate(date);
const matters = ["a", "b", "c", "d"].map((id) => ({ id, regionId: "r" }));
const asked = (given: object = {}) => ({
  id: "batch",
  regionId: "r",
  kind: "DELEGATION" as const,
  effectiveOn: day("2026-03-02"),
  basis: "《示例条例》第一条",
  matterIds: ["a", "b"],
  ...given,
});
const first = nextBatch(asked(), matters, []);
const refused =
  (given: object, earlier: readonly Batch[] = []) =>
  () =>
    nextBatch(asked(given), matters, earlier);

describe("delegated powers come in batches with their legal basis (R051)", () => {
  it("counts the batches of a kind, each for itself", () => {
    const second = nextBatch(asked({ matterIds: ["c"] }), matters, [first]);
    const mobile = nextBatch(asked({ kind: "MOBILE", basis: null }), matters, [first, second]);

    expect([first.number, second.number, mobile.number]).toEqual([1, 2, 1]);
  });

  it.each([
    ["without a basis", { basis: " " }, [], "BATCH_WITHOUT_BASIS"],
    ["without a matter", { matterIds: [] }, [], "BATCH_WITHOUT_MATTERS"],
    ["with another region's matter", { matterIds: ["a", "x"] }, [], "BATCH_MATTER_NOT_OF_REGION"],
    ["with a matter of an earlier batch", { matterIds: ["b", "c"] }, [first], "BATCH_MATTER_NOT_FREE"],
  ])("is refused %s", (_, given, earlier, code) => {
    expect(refused(given, earlier)).toThrow(expect.objectContaining({ code }));
  });

  it("keeps what was taken out, with its reason, and may give it again later", () => {
    const adjusted = withoutMatter(first, "b", "机构职能调整", day("2026-05-06"));

    expect(adjusted.entries).toEqual([
      { matterId: "a", endedOn: null, endReason: null },
      { matterId: "b", endedOn: "2026-05-06", endReason: "机构职能调整" },
    ]);
    expect(nextBatch(asked({ matterIds: ["b"] }), matters, [adjusted]).number).toBe(2);
  });

  it.each([
    ["what is not in it", "c", "理由"],
    ["without a reason", "b", " "],
  ])("does not take out %s", (_, matterId, reason) => {
    expect(() => withoutMatter(first, matterId, reason, day("2026-05-06"))).toThrow(
      expect.objectContaining({ code: "MATTER_NOT_IN_BATCH" }),
    );
  });

  it("holds from its day up to the day on which a matter is taken out", () => {
    const adjusted = withoutMatter(first, "b", "理由", day("2026-05-06"));
    const on = (date: string) => [...standingOn([adjusted], "DELEGATION", day(date))];

    expect([on("2026-03-01"), on("2026-03-02"), on("2026-05-05"), on("2026-05-06")]).toEqual([
      [],
      ["a", "b"],
      ["a", "b"],
      ["a"],
    ]);
    expect(standingOn([adjusted], "MOBILE", day("2026-04-01")).size).toBe(0);
  });

  it("has no matter twice at a time, whatever is published and taken out", () => {
    const step = fc.record({ ids: fc.subarray(["a", "b", "c", "d"], { minLength: 1 }), out: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let batches: Batch[] = [];
        for (const { ids, out } of steps) {
          try {
            if (out) {
              batches = batches.map((batch) =>
                batch.entries.some(({ matterId, endedOn }) => matterId === ids[0] && endedOn === null)
                  ? withoutMatter(batch, ids[0] as string, "理由", day("2026-04-01"))
                  : batch,
              );
            } else batches.push(nextBatch(asked({ matterIds: ids }), matters, batches));
          } catch (error) {
            expect(error).toMatchObject({ code: "BATCH_MATTER_NOT_FREE" });
          }
        }
        const open = batches.flatMap(({ entries }) => entries.filter(({ endedOn }) => endedOn === null));
        expect(new Set(open.map(({ matterId }) => matterId)).size).toBe(open.length);
        expect(batches.map(({ number }) => number)).toEqual(batches.map((_, index) => index + 1));
      }),
    );
  });
});
