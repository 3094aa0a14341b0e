import { randomUUID } from "node:crypto";
import { officeDay } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Context } from "./context.js";
import { type Batch, type BatchKind, nextBatch, withoutMatter } from "./domain/batch.js";
import { checkOffice } from "./domain/maintenance.js";
import { rules } from "./domain/rules.js";
import { type MutationInput, runOnce } from "./runOnce.js";
import {
  BatchChangedMeanwhile,
  findBatchesOfRegion,
  getBatch,
  insertBatch,
  lockBatches,
  saveEntry,
} from "./store/batchStore.js";
import { append } from "./store/catalogueLog.js";
import { findMatters } from "./store/matterStore.js";

export interface PublishBatchInput extends MutationInput {
  readonly regionId: string;
  readonly kind: BatchKind;
  readonly effectiveOn: PlainDate;
  readonly basis?: string | null;
  readonly matterIds: readonly string[];
}

/**
 * Publishes the next batch of a kind (成熟一批、赋予一批 R051, 上线一批 R063).
 *
 * @throws CoordinationOfficeOnly, and the refusals of `nextBatch`
 */
export async function publishBatch(context: Context, input: PublishBatchInput): Promise<Batch> {
  const { caller, clock, db } = context;
  checkOffice(caller, input.kind === "MOBILE" ? rules.R063 : rules.R051);
  const id = await runOnce(context, "publishBatch", input, async (tx) => {
    await lockBatches(tx, input.regionId);
    const [matters, earlier] = [
      await findMatters(tx, input.matterIds),
      await findBatchesOfRegion(tx, input.regionId, input.kind),
    ];
    const batch = nextBatch({ ...terms(input), id: randomUUID() }, matters, earlier);
    await insertBatch(tx, batch);
    const matterIds = batch.entries.map(({ matterId }) => matterId);
    await append(
      tx,
      { ...batch, stream: "BATCH", departmentId: "" },
      { type: "BatchPublished", matterIds, by: caller.subject ?? "" },
      clock(),
    );
    return batch.id;
  });
  return getBatch(db, id);
}

const terms = ({ regionId, kind, effectiveOn, basis, matterIds }: PublishBatchInput) => ({
  ...{ regionId, kind, effectiveOn, matterIds },
  basis: basis ?? null,
});

export interface WithdrawMatterInput extends MutationInput {
  readonly batchId: string;
  /** The batch's version the client has seen; left out, whatever is stored. */
  readonly version?: number | null;
  readonly matterId: string;
  readonly reason: string;
}

/**
 * Takes a matter out of its batch, from today (动态调整, R051); that it was there is kept.
 *
 * @throws CoordinationOfficeOnly, BatchNotFound, BatchChangedMeanwhile, MatterNotInBatch
 */
export async function withdrawFromBatch(context: Context, input: WithdrawMatterInput): Promise<Batch> {
  const { caller, clock, db } = context;
  checkOffice(caller, rules.R051);
  const id = await runOnce(context, "withdrawFromBatch", input, async (tx) => {
    const current = await getBatch(tx, input.batchId);
    if (input.version != null && input.version !== current.version) throw new BatchChangedMeanwhile(current);
    const next = withoutMatter(current, input.matterId, input.reason, officeDay(clock()));
    await saveEntry(tx, next, input.matterId);
    const { matterId, reason } = input;
    await append(
      tx,
      { ...next, stream: "BATCH", departmentId: "" },
      { type: "BatchMatterWithdrawn", matterId, reason, by: caller.subject ?? "" },
      clock(),
    );
    return next.id;
  });
  return getBatch(db, id);
}
