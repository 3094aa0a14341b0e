import { DomainError } from "@yimen/kernel/errors";

/** The most entries one page of a list has. */
export const PAGE_LIMIT = 100;

export class PageTooLong extends DomainError {
  readonly code = "PAGE_TOO_LONG";
  constructor(first: number) {
    super(
      { zh: `每页须为 1 至 ${PAGE_LIMIT} 条。`, en: `A page has 1 to ${PAGE_LIMIT} entries.` },
      { first, limit: PAGE_LIMIT },
    );
  }
}

/** @throws PageTooLong */
export function checkPage(first: number): void {
  if (first < 1 || first > PAGE_LIMIT) throw new PageTooLong(first);
}
