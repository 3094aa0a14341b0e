import { DomainError } from "@yimen/kernel/errors";
import { type ExerciseLevel, exerciseLevelDigit, exerciseLevelOf } from "./exerciseLevel.js";
import { type MatterType, matterTypeDigits, matterTypeOf } from "./matterType.js";
import { isUscc, type Uscc } from "./uscc.js";

/** What a matter is, wherever it is handled (基本编码): twelve digits. */
export interface BasicCode {
  /** Two digits, "00" when the matter is national. */
  readonly region: string;
  readonly type: MatterType;
  /** Two digits of the trade (行业). */
  readonly sector: string;
  /** Three digits of the main item (主项). */
  readonly main: string;
  /** Three digits of the sub-item (子项), "000" when there is none. */
  readonly sub: string;
}

/** One body's implementation of it (实施编码): thirty-one characters. */
export interface ImplementationCode {
  readonly body: Uscc;
  readonly level: ExerciseLevel;
  readonly basic: BasicCode;
}

/** The finest unit of handling (业务办理项编码): thirty-three characters. */
export interface HandlingItemCode extends ImplementationCode {
  /** Two digits. */
  readonly serial: string;
}

export class MatterCodeNotValid extends DomainError {
  readonly code = "MATTER_CODE_NOT_VALID";
  constructor(matterCode: string, problem: "LENGTH" | "DIGITS" | "CREDIT_CODE" | "LEVEL" | "TYPE") {
    super(
      {
        zh: `“${matterCode}”不是有效的事项编码(${problem})。`,
        en: `"${matterCode}" is not a valid matter code (${problem}).`,
      },
      { matterCode, problem },
    );
  }
}

/** @throws MatterCodeNotValid */
export function parseBasicCode(text: string): BasicCode {
  if (text.length !== 12) throw new MatterCodeNotValid(text, "LENGTH");
  const [, region = "", digits = "", sector = "", main = "", sub = ""] =
    /^(\d{2})(\d{2})(\d{2})(\d{3})(\d{3})$/.exec(text) ?? [];
  if (!region) throw new MatterCodeNotValid(text, "DIGITS");
  const type = matterTypeOf(digits);
  if (!type) throw new MatterCodeNotValid(text, "TYPE");
  return { region, type, sector, main, sub };
}

export const formatBasicCode = ({ region, type, sector, main, sub }: BasicCode): string =>
  `${region}${matterTypeDigits[type]}${sector}${main}${sub}`;

/** @throws MatterCodeNotValid */
export function parseImplementationCode(text: string): ImplementationCode {
  if (text.length !== 31) throw new MatterCodeNotValid(text, "LENGTH");
  const body = text.slice(0, 18);
  if (!isUscc(body)) throw new MatterCodeNotValid(text, "CREDIT_CODE");
  const level = exerciseLevelOf(text.charAt(18));
  if (!level) throw new MatterCodeNotValid(text, "LEVEL");
  return { body, level, basic: parseBasicCode(text.slice(19)) };
}

export const formatImplementationCode = ({ body, level, basic }: ImplementationCode): string =>
  `${body}${exerciseLevelDigit[level]}${formatBasicCode(basic)}`;

/** @throws MatterCodeNotValid */
export function parseHandlingItemCode(text: string): HandlingItemCode {
  if (text.length !== 33) throw new MatterCodeNotValid(text, "LENGTH");
  const serial = text.slice(31);
  if (!/^\d{2}$/.test(serial)) throw new MatterCodeNotValid(text, "DIGITS");
  return { ...parseImplementationCode(text.slice(0, 31)), serial };
}

export const formatHandlingItemCode = (code: HandlingItemCode): string =>
  `${formatImplementationCode(code)}${code.serial}`;
