import { DomainError } from "@yimen/kernel/errors";
import type { Replacement } from "../domain/replacement.js";
import type { Db, Tx } from "./db.js";

export class ReplacementNotFound extends DomainError {
  readonly code = "REPLACEMENT_NOT_FOUND";
  constructor(replacementId: string) {
    super({ zh: "没有该替换事项;请核对编号。", en: "There is no such replacement; check its id." }, { replacementId });
  }
}

export class ReplacementChangedMeanwhile extends DomainError {
  readonly code = "REPLACEMENT_CHANGED_MEANWHILE";
  constructor({ id, version }: Replacement) {
    super(
      {
        zh: "该替换事项已被他人更新;请核对后再试。",
        en: "Someone else changed this replacement; look again and retry.",
      },
      { replacementId: id, current: { version } },
    );
  }
}

export const findReplacements = (db: Db | Tx, ids: readonly string[]): Promise<Replacement[]> =>
  db.replacement.findMany({ where: { id: { in: [...ids] } } });

/** Of an outlet, newest first. */
export const listReplacements = (db: Db, outletId: string): Promise<Replacement[]> =>
  db.replacement.findMany({ where: { outletId }, orderBy: { openedAt: "desc" } });

/** @throws ReplacementNotFound */
export async function getReplacement(db: Db | Tx, id: string): Promise<Replacement> {
  const [found] = await findReplacements(db, [id]);
  if (!found) throw new ReplacementNotFound(id);
  return found;
}

export async function insertReplacements(tx: Tx, replacements: readonly Replacement[]): Promise<void> {
  await tx.replacement.createMany({ data: [...replacements] });
}

/** @throws ReplacementChangedMeanwhile when the stored version is not the one `next` was computed from */
export async function saveReplacement(tx: Tx, next: Replacement): Promise<void> {
  const { count } = await tx.replacement.updateMany({ where: { id: next.id, version: next.version - 1 }, data: next });
  if (count === 0) throw new ReplacementChangedMeanwhile(await getReplacement(tx, next.id));
}
