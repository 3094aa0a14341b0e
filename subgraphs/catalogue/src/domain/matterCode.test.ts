import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ExerciseLevel, exerciseLevelDigit } from "./exerciseLevel.js";
import {
  formatHandlingItemCode,
  type HandlingItemCode,
  MatterCodeNotValid,
  parseBasicCode,
  parseHandlingItemCode,
  parseImplementationCode,
} from "./matterCode.js";
import { type MatterType, matterTypeDigits } from "./matterType.js";
import { exampleUscc } from "./uscc.js";

const published = [
  ["烟花爆竹经营(零售)许可 海州区", "113207060142716456400012504600201", "COUNTY", "LICENCE", "25", "01"],
  ["老年人养老服务补贴津贴 石景山区", "111101070000678541311050809700101", "CITY", "PAYMENT_BENEFIT", "08", "01"],
  ["民办学校设立备案 通州区", "11110112000082827R300010500300007", "CITY", "LICENCE", "05", "07"],
  ["农产品禁止生产区域调整 亭湖区", "11320902014360824G432102000900001", "COUNTY", "OTHER_POWER", "20", "01"],
] as const;

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const aCode: fc.Arbitrary<HandlingItemCode> = fc.record({
  body: fc.nat(99_999_999).map(exampleUscc),
  level: fc.constantFrom(...(Object.keys(exerciseLevelDigit) as ExerciseLevel[])),
  basic: fc.record({
    region: digits(2),
    type: fc.constantFrom(...(Object.keys(matterTypeDigits) as MatterType[])),
    sector: digits(2),
    main: digits(3),
    sub: digits(3),
  }),
  serial: digits(2),
});

describe("a handling item code (33)", () => {
  it.each(published)("is read as published: %s", (_, text, level, type, sector, serial) => {
    const code = parseHandlingItemCode(text);

    expect(code).toMatchObject({ level, basic: { type, sector }, serial });
    expect(formatHandlingItemCode(code)).toBe(text);
  });

  it("survives being written and read again (I-C2)", () => {
    fc.assert(
      fc.property(aCode, (code) => {
        expect(parseHandlingItemCode(formatHandlingItemCode(code))).toEqual(code);
      }),
    );
  });

  it("carries the level digit and the type digits of its matter (I-C2)", () => {
    fc.assert(
      fc.property(aCode, (code) => {
        const text = formatHandlingItemCode(code);
        expect(text.charAt(18)).toBe(exerciseLevelDigit[code.level]);
        expect(text.slice(21, 23)).toBe(matterTypeDigits[code.basic.type]);
      }),
    );
  });

  it("is refused when any one character of the body's credit code is wrong", () => {
    fc.assert(
      fc.property(aCode, fc.nat(17), fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"), (code, place, other) => {
        const text = formatHandlingItemCode(code);
        fc.pre(text.charAt(place) !== other);
        const wrong = text.slice(0, place) + other + text.slice(place + 1);
        expect(() => parseHandlingItemCode(wrong)).toThrow(MatterCodeNotValid);
      }),
    );
  });
});

describe.each([
  ["too short", () => parseBasicCode("00012504600"), "LENGTH"],
  ["letters in the basic code", () => parseBasicCode("0001250460A2"), "DIGITS"],
  ["a type that A.1 does not list", () => parseBasicCode("001125046002"), "TYPE"],
  ["a level that A.2 does not list", () => parseImplementationCode("1132070601427164569000125046002"), "LEVEL"],
  ["a wrong check character", () => parseImplementationCode("1132070601427164574000125046002"), "CREDIT_CODE"],
  ["a serial that is not digits", () => parseHandlingItemCode("1132070601427164564000125046002XX"), "DIGITS"],
] as const)("a code with %s", (_, parse, problem) => {
  it(`is refused: ${problem}`, () => {
    expect(parse).toThrow(
      expect.objectContaining({ code: "MATTER_CODE_NOT_VALID", details: expect.objectContaining({ problem }) }),
    );
  });
});
