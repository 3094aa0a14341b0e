/** GB/T 39046-2020 A.1: kind of power or service → its two digits in a basic code. */
export const matterTypeDigits = {
  POWER: "00",
  LICENCE: "01",
  PENALTY: "02",
  COERCION: "03",
  LEVY: "04",
  PAYMENT_BENEFIT: "05",
  INSPECTION: "06",
  CONFIRMATION: "07",
  REWARD: "08",
  ADJUDICATION: "09",
  OTHER_POWER: "10",
  PUBLIC_SERVICE: "20",
} as const;

export type MatterType = keyof typeof matterTypeDigits;

const typeByDigits = new Map(Object.entries(matterTypeDigits).map(([type, digits]) => [digits, type as MatterType]));

export const matterTypeOf = (digits: string): MatterType | undefined =>
  typeByDigits.get(digits as (typeof matterTypeDigits)[MatterType]);

/** The six kinds that begin with somebody's application (依申请六类). */
const applicationBased: ReadonlySet<MatterType> = new Set([
  "LICENCE",
  "PAYMENT_BENEFIT",
  "CONFIRMATION",
  "REWARD",
  "ADJUDICATION",
  "OTHER_POWER",
]);

export const isApplicationBased = (type: MatterType): boolean => applicationBased.has(type);
