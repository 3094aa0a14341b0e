import type { PlainDate } from "@yimen/workdays/plainDate";
import {
  BatchMatterNotFree,
  BatchMatterNotOfRegion,
  BatchWithoutBasis,
  BatchWithoutMatters,
  MatterNotInBatch,
} from "./batchRefusals.js";
import type { Matter } from "./matter.js";

/** 赋权清单: powers given to towns. 掌上办: matters brought onto telephones. */
export const batchKinds = ["DELEGATION", "MOBILE"] as const;
export type BatchKind = (typeof batchKinds)[number];

/** One matter of a batch; it stays on the list after it was taken out, with the reason. */
export interface BatchEntry {
  readonly matterId: string;
  /** From this day it is no longer; `null` while it is. */
  readonly endedOn: PlainDate | null;
  readonly endReason: string | null;
}

/** Matters that were delegated, or brought online, together (成熟一批、赋予一批). */
export interface Batch {
  readonly id: string;
  readonly regionId: string;
  readonly kind: BatchKind;
  /** Counts the region's batches of the kind from 1. */
  readonly number: number;
  readonly effectiveOn: PlainDate;
  /** The provision by which powers were delegated; matters come online without one. */
  readonly basis: string | null;
  /** Where it comes from, for seeded ones. */
  readonly source: string | null;
  readonly entries: readonly BatchEntry[];
  readonly version: number;
}

type Standing = Pick<Batch, "kind" | "effectiveOn" | "entries">;

/** The matters that stand in batches of a kind on a day: begun, and not taken out by then. */
export const standingOn = (batches: readonly Standing[], kind: BatchKind, day: PlainDate): Set<string> =>
  new Set(
    batches
      .filter((batch) => batch.kind === kind && batch.effectiveOn <= day)
      .flatMap(({ entries }) => entries.filter(({ endedOn }) => endedOn === null || endedOn > day))
      .map(({ matterId }) => matterId),
  );

/**
 * A batch to be published.
 *
 * @param matters  those it names, as far as they exist
 * @param earlier  the region's batches so far
 * @throws BatchWithoutBasis, BatchWithoutMatters, BatchMatterNotOfRegion, BatchMatterNotFree
 */
export function nextBatch(
  asked: Pick<Batch, "id" | "regionId" | "kind" | "effectiveOn" | "basis"> & { readonly matterIds: readonly string[] },
  matters: readonly Pick<Matter, "id" | "regionId">[],
  earlier: readonly Batch[],
): Batch {
  const { matterIds, ...given } = asked;
  const ids = [...new Set(matterIds)];
  if (given.kind === "DELEGATION" && !given.basis?.trim()) throw new BatchWithoutBasis();
  if (ids.length === 0) throw new BatchWithoutMatters();
  const known = new Set(matters.filter(({ regionId }) => regionId === given.regionId).map(({ id }) => id));
  const foreign = ids.filter((id) => !known.has(id));
  if (foreign.length > 0) throw new BatchMatterNotOfRegion(given.regionId, foreign);
  const alike = earlier.filter(({ kind }) => kind === given.kind);
  const open = new Set(alike.flatMap(({ entries }) => entries.filter(isOpen)).map(({ matterId }) => matterId));
  const taken = ids.filter((id) => open.has(id));
  if (taken.length > 0) throw new BatchMatterNotFree(taken);
  return {
    ...given,
    basis: given.basis?.trim() || null,
    number: Math.max(0, ...alike.map(({ number }) => number)) + 1,
    source: null,
    entries: ids.map((matterId) => ({ matterId, endedOn: null, endReason: null })),
    version: 1,
  };
}

/** Takes a matter out of its batch; the batch keeps that it was there. @throws MatterNotInBatch */
export function withoutMatter(batch: Batch, matterId: string, reason: string, on: PlainDate): Batch {
  const entry = batch.entries.find((one) => one.matterId === matterId);
  if (!entry || !isOpen(entry) || reason.trim() === "") throw new MatterNotInBatch(batch.id, matterId);
  const entries = batch.entries.map((one) => (one === entry ? { ...one, endedOn: on, endReason: reason } : one));
  return { ...batch, entries, version: batch.version + 1 };
}

const isOpen = ({ endedOn }: BatchEntry) => endedOn === null;
