import { parsePlainDate } from "@yimen/workdays/plainDate";
import { describe, expect, it } from "vitest";
import { checkRepeal, repealedAmong } from "./legalBasis.js";

const on = parsePlainDate("2026-03-02");
const repealed = (basis: string, date = "2026-03-02") => [{ basis, repealedOn: parsePlainDate(date) }];

describe("a provision that was repealed (R051)", () => {
  it.each([
    ["the act itself", "《示例条例》", "《示例条例》", true],
    ["an article of a repealed act", "《示例条例》第三条", "《示例条例》", true],
    ["a paragraph of a repealed article", "《示例条例》第三条第二款", "《示例条例》第三条", true],
    ["another article", "《示例条例》第四条", "《示例条例》第三条", false],
    ["an article inserted after it", "《示例条例》第三条之一", "《示例条例》第三条", false],
    ["another act that begins alike", "《示例条例实施办法》", "《示例条例》", false],
  ])("flags what rests on %s", (_, basis, act, flagged) => {
    expect(repealedAmong([basis], repealed(act), on)).toEqual(flagged ? [basis] : []);
  });

  it("holds up to the day before", () => {
    expect(repealedAmong(["《示例条例》"], repealed("《示例条例》", "2026-03-03"), on)).toEqual([]);
  });

  it.each([
    ["the act", "示例条例", "废止决定"],
    ["where it is said", "《示例条例》", " "],
  ])("is named with %s", (_, basis, source) => {
    expect(() => checkRepeal({ regionId: "r", basis, repealedOn: on, source })).toThrow(
      expect.objectContaining({ code: "REPEAL_NOT_NAMED" }),
    );
  });
});
