import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PairingNotMutual, partnerByPost, requireMutual } from "./pairing.js";
import { aPost } from "./roster.fixture.js";

const pair = (a: string, b: string) => ({ postIds: [a, b] as const });
const posts = (...ids: string[]) => ids.map((id) => aPost(id));

describe("backing each other (R149)", () => {
  it("is symmetric and irreflexive over any set of pairs (I-S1)", () => {
    const pairs = fc
      .uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 })
      .map((ids) => ids.slice(0, ids.length & ~1))
      .map((ids) =>
        Array.from({ length: ids.length / 2 }, (_, i) => pair(ids[2 * i] as string, ids[2 * i + 1] as string)),
      );
    fc.assert(
      fc.property(pairs, (pairings) => {
        requireMutual(pairings, posts(...pairings.flatMap(({ postIds }) => postIds)));
        const partners = partnerByPost(pairings);
        for (const [post, partner] of partners) {
          expect(partners.get(partner)).toBe(post);
          expect(partner).not.toBe(post);
        }
      }),
    );
  });

  it.each([
    ["a post backs itself", [pair("a", "a")], posts("a")],
    ["a post has two partners", [pair("a", "b"), pair("b", "c")], posts("a", "b", "c")],
    ["a post has no partner", [pair("a", "b")], posts("a", "b", "c")],
    ["the two work at different outlets", [pair("a", "b")], [aPost("a"), aPost("b", { outletId: "street" })]],
  ])("is refused when %s", (_, pairings, given) => {
    expect(() => requireMutual(pairings, given)).toThrow(PairingNotMutual);
  });
});
