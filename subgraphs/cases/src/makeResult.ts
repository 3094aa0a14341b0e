import { randomUUID } from "node:crypto";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { type ChangeInput, changeCase } from "./changeCase.js";
import type { Context } from "./context.js";
import { holdsSealRight, sealOf, sealUse } from "./domain/seal.js";
import { SealRightMissing } from "./domain/sealRefusals.js";
import { departmentOnDuty } from "./onDuty.js";
import { insertSealUse } from "./store/sealStore.js";

interface MakeResultInput extends ChangeInput {
  readonly documentNo: string;
  /** Sealed electronically, wherever the law allows (R127). */
  readonly electronic: boolean;
  /** Last day on which it holds; left out of what has no end. */
  readonly validUntil?: PlainDate | null;
}

/**
 * Makes the document of a decision; an electronic one is sealed in the same transaction, an approved use (I-K17).
 *
 * @throws SealRightMissing, ValidityNotPossible, DeferralOpen, TransitionNotAllowed, and the refusals of `onDuty.ts`
 */
export function makeResult(context: Context, input: MakeResultInput) {
  return changeCase(
    context,
    "makeResult",
    input,
    async (current) => {
      const { role, ...by } = await departmentOnDuty(context, current);
      if (input.electronic && !holdsSealRight({ present: true, role })) {
        throw new SealRightMissing(sealOf(current.departmentId));
      }
      return {
        type: "makeResult",
        at: context.clock(),
        documentNo: input.documentNo,
        electronic: input.electronic,
        validUntil: input.validUntil,
        by,
      };
    },
    async (tx, { id, departmentId, outletId, result }) => {
      if (!result || !input.electronic) return [];
      const { documentNo, at, by } = result;
      const use = { id: randomUUID(), departmentId, outletId, caseId: id, documentNo, at: new Date(at), by };
      return [await insertSealUse(tx, sealUse(use, true))];
    },
  );
}
