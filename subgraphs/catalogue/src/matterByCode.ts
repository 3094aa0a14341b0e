import { DomainError } from "@yimen/kernel/errors";
import type { Context } from "./context.js";
import type { Matter } from "./domain/matter.js";
import { parseBasicCode, parseHandlingItemCode, parseImplementationCode } from "./domain/matterCode.js";
import { findMattersByCode } from "./store/matterStore.js";

/** Several bodies, or several handling items, share a code that is not written out. */
export class MatterCodeNotUnique extends DomainError {
  readonly code = "MATTER_CODE_NOT_UNIQUE";
  constructor(matterCode: string) {
    super(
      {
        zh: "该编码对应多个事项;请使用33位业务办理项编码,或用 matters 查询。",
        en: "Several matters carry this code; use the code of 33 characters, or search with `matters`.",
      },
      { matterCode },
    );
  }
}

/**
 * The matter that carries a code of 12, 31 or 33 characters; `null` when none does.
 *
 * @throws MatterCodeNotValid, MatterCodeNotUnique
 */
export async function matterByCode({ db }: Context, code: string): Promise<Matter | null> {
  checkCode(code);
  const [found, other] = await findMattersByCode(db, code);
  if (other) throw new MatterCodeNotUnique(code);
  return found ?? null;
}

function checkCode(code: string): void {
  if (code.length === 12) parseBasicCode(code);
  else if (code.length === 31) parseImplementationCode(code);
  else parseHandlingItemCode(code);
}
