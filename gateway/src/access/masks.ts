import type { Mask } from "../engine/view.js";

const stars = (count: number) => "*".repeat(Math.max(0, count));

/** Keeps so many characters at either end; a value too short for that is hidden whole. */
const keep =
  (first: number, last: number): Mask =>
  (value) => {
    const characters = [...value];
    const hidden = characters.length - first - last;
    if (hidden < 3) return stars(characters.length);
    return characters.slice(0, first).join("") + stars(hidden) + (last > 0 ? characters.slice(-last).join("") : "");
  };

/** Without taking the whole apart: names are what is masked most. */
const firstCharacter = (value: string) => (value === "" ? "" : String.fromCodePoint(value.codePointAt(0) as number));

const idNumber = keep(4, 4);
const landline = keep(4, 4);
const mobile = keep(3, 4);
const bankAccount = keep(0, 4);

/**
 * How personal values of each kind look to those who may not read them in clear: 张*, 2301**********1234, 0464***0001,
 * 七台河市桃山区***, ***************0123.
 */
export const masks = {
  NAME: (value) => `${firstCharacter(value)}*`,
  ID_NUMBER: (value) => idNumber(value),
  PHONE: (value) => (value.startsWith("0") ? landline : mobile)(value.replaceAll(/[^\d+]/g, "")),
  ADDRESS: (value) => `${/^.*?[区县旗]/u.exec(value)?.[0] ?? ""}***`,
  BANK_ACCOUNT: (value) => bankAccount(value.replaceAll(/\s/g, "")),
} as const satisfies Record<string, Mask>;
