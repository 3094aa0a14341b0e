import { DomainError } from "./errors.js";

/** Not a cursor that this log has given out, or not yet: it is another log's, or a database's that was set back. */
export class CursorNotValid extends DomainError {
  readonly code = "CURSOR_NOT_VALID";
  constructor(after: string, head: bigint | null = null) {
    super(
      {
        zh: "续传位置无效;请使用事件给出的 cursor。",
        en: "This is no cursor of this log; send back one that an event gave.",
      },
      { after, ...(head !== null && { head: head.toString() }) },
    );
  }
}

/** The cursor is older than what readers may still follow: read the present state, then follow from `head` on. */
export class Resync extends DomainError {
  readonly code = "RESYNC";
  constructor(after: bigint, floor: bigint, head: bigint) {
    super(
      {
        zh: "续传位置过旧,其后的部分事件已不再提供;请重新读取现状,再从 head 起续传。",
        en: "The cursor is too old; read the present state again, then go on after `head`.",
      },
      { after: after.toString(), floor: floor.toString(), head: head.toString() },
    );
  }
}

/** The position that a cursor names. @throws CursorNotValid */
export function positionOf(cursor: string): bigint {
  if (!/^\d{1,18}$/.test(cursor)) throw new CursorNotValid(cursor);
  return BigInt(cursor);
}
