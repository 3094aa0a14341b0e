import { DomainError } from "@yimen/kernel/errors";

/** There is nothing with this id, or nothing the caller may know of. */
export class NotFound extends DomainError {
  readonly code = "NOT_FOUND";
  constructor(type: string, id: string) {
    super({ zh: "没有这条记录;请核对编号。", en: "There is no such record; check its id." }, { type, id });
  }
}
