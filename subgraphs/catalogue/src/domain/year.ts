import { DomainError } from "@yimen/kernel/errors";

export class YearNotValid extends DomainError {
  readonly code = "YEAR_NOT_VALID";
  constructor(year: number) {
    super({ zh: "年份须为 2000 至 2100。", en: "A year is from 2000 to 2100." }, { year });
  }
}

/** @throws YearNotValid */
export function checkYear(year: number): void {
  if (year < 2000 || year > 2100) throw new YearNotValid(year);
}
