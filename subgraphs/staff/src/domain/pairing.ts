import { DomainError } from "@yimen/kernel/errors";
import { plans } from "./plans.js";
import type { Post } from "./post.js";

/** 互为AB岗: two posts that back each other. Written once, read from both sides (R149). */
export interface AbPairing {
  readonly postIds: readonly [string, string];
}

export class PairingNotMutual extends DomainError {
  readonly code = "PAIRING_NOT_MUTUAL";
  constructor(postId: string, text: { readonly zh: string; readonly en: string }) {
    super(text, { postId }, plans.R149);
  }
}

/** Which post backs which: symmetric because each pair is entered from both sides. */
export function partnerByPost(pairings: readonly AbPairing[]): ReadonlyMap<string, string> {
  return new Map(pairings.flatMap(({ postIds: [a, b] }) => [[a, b] as const, [b, a] as const]));
}

/**
 * Whether these pairings may stand together: two different posts of one outlet each, every post in exactly one pair
 * (I-S1).
 *
 * @throws PairingNotMutual for the first post that breaks it
 */
export function requireMutual(pairings: readonly AbPairing[], posts: readonly Post[]): void {
  const outletOf = new Map(posts.map(({ id, outletId }) => [id, outletId]));
  const paired = new Set<string>();
  for (const { postIds } of pairings) {
    const [a, b] = postIds;
    if (a === b) throw new PairingNotMutual(a, { zh: "岗位不能与自己互为AB岗。", en: "A post cannot back itself." });
    if (outletOf.get(a) !== outletOf.get(b)) {
      throw new PairingNotMutual(a, { zh: "互为AB岗的两个岗位须在同一网点。", en: "A pair belongs to one outlet." });
    }
    for (const postId of postIds) {
      if (paired.has(postId)) {
        throw new PairingNotMutual(postId, { zh: "一个岗位只能属于一对AB岗。", en: "A post belongs to one pair." });
      }
      paired.add(postId);
    }
  }
  const single = posts.find(({ id }) => !paired.has(id));
  if (single)
    throw new PairingNotMutual(single.id, { zh: "该岗位没有互为AB岗的岗位。", en: "Nobody backs this post." });
}
