import { DomainError } from "@yimen/kernel/errors";

/** The most entries one page of a list has. */
export const LARGEST_PAGE = 100;

/** A page is asked for with more entries, or fewer, than there may be. */
export class PageTooLarge extends DomainError {
  readonly code = "PAGE_SIZE_NOT_ALLOWED";
  constructor(largest: number) {
    super({ zh: `每页 1 至 ${largest} 条;请调整 first。`, en: `Ask for 1 to ${largest} entries a page.` }, { largest });
  }
}

/** @throws PageTooLarge */
export function checkPage(first: number): void {
  if (first < 1 || first > LARGEST_PAGE) throw new PageTooLarge(LARGEST_PAGE);
}
