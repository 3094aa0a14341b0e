/** A unified social credit code (统一社会信用代码): 18 characters, the last one checks the others. */
export type Uscc = string & { readonly __brand: "Uscc" };

/** GB 32100-2015: digits and capitals without I, O, S, V and Z. */
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const shape = /^[0-9A-HJ-NP-RTUWXY]{18}$/;

/** 3^i mod 31 for the first seventeen places. */
const weights = Array.from({ length: 17 }, (_, place) => 3 ** place % 31);

/** GB 11714: weights of the eight characters of the organisation code inside. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * The eighteenth character that GB 32100-2015 demands after the first seventeen.
 *
 * @param first17 characters of the standard's alphabet
 */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * alphabet.indexOf(first17.charAt(place)), 0);
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether `text` has the shape of a code and carries the check character its other characters demand. */
export const isUscc = (text: string): text is Uscc =>
  shape.test(text) && checkCharacter(text.slice(0, 17)) === text.charAt(17);

/**
 * The code of an invented state organ (机构编制 1, 机关 1) in the unassigned region 999999:
 * valid to every checker, given to nobody.
 *
 * @param serial 0 to 99,999,999, the body's number within the example data
 */
export function exampleUscc(serial: number): Uscc {
  const organisation = String(serial).padStart(8, "0");
  const first17 = `11999999${organisation}${organisationCheck(organisation)}`;
  return `${first17}${checkCharacter(first17)}` as Uscc;
}

function organisationCheck(digits: string): string {
  const sum = organisationWeights.reduce((total, weight, place) => total + weight * Number(digits.charAt(place)), 0);
  return "0123456789X0".charAt(11 - (sum % 11));
}
