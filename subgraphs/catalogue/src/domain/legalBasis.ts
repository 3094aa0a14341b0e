import { DomainError } from "@yimen/kernel/errors";
import type { PlainDate } from "@yimen/workdays/plainDate";
import { rules } from "./rules.js";

/** A provision that holds no more (废止). */
export interface RepealedBasis {
  readonly regionId: string;
  /** A whole act, "《…》", or an article of one, "《…》第三条". */
  readonly basis: string;
  readonly repealedOn: PlainDate;
  readonly source: string;
}

/** A repeal names the act, and where it is said. */
export class RepealNotNamed extends DomainError {
  readonly code = "REPEAL_NOT_NAMED";
  constructor(regionId: string) {
    super(
      {
        zh: "请写明被废止的依据(以《开头)和废止文件。",
        en: "Name the act that was repealed, beginning with 《, and the document that says so.",
      },
      { regionId },
      rules.R051,
    );
  }
}

/** @throws RepealNotNamed */
export function checkRepeal({ regionId, basis, source }: RepealedBasis): void {
  if (!/^《[^》]+》/.test(basis) || source.trim() === "") throw new RepealNotNamed(regionId);
}

/**
 * Which of the provisions something rests on hold no more on a day. Who repeals an act repeals each of its articles;
 * who repeals an article leaves the others.
 */
export function repealedAmong(
  bases: readonly string[],
  repealed: readonly Pick<RepealedBasis, "basis" | "repealedOn">[],
  day: PlainDate,
): string[] {
  const gone = repealed.filter(({ repealedOn }) => repealedOn <= day).map(({ basis }) => basis);
  return bases.filter((basis) => gone.some((one) => isWithin(basis, one)));
}

/** 第三条之一 is an article of its own, 第三条第二款 is not. */
const isWithin = (basis: string, act: string) => basis.startsWith(act) && !basis.slice(act.length).startsWith("之");
