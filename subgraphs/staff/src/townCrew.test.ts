import { afterAll, beforeAll, expect, it } from "vitest";
import { coordinator } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff();
});
afterAll(() => staff[Symbol.asyncDispose]());

it("says what a town's crew lacks, without anybody's age (R138)", async () => {
  const query = `{ townCrewGaps(outletId: "taoshan-town-1") }`;
  const { data } = await staff.ask<{ townCrewGaps: string[] }>(coordinator, query);

  expect(data.townCrewGaps).toEqual(["NOT_FOUR", "TOO_FEW_PERMANENT"]);
});
