import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { officerA, shanyangStreetAgent } from "./testing/cast.js";
import { startTestStaff } from "./testing/startTestStaff.js";

let staff: Awaited<ReturnType<typeof startTestStaff>>;
beforeAll(async () => {
  staff = await startTestStaff({ everybodyIn: false });
});
afterAll(() => staff[Symbol.asyncDispose]());

const outletId = "shanyang-street-9";
const REPORT = `mutation ($outletId: ID!) { reportConnection(outletId: $outletId) { connection } }`;
const READ = `{ outlet(id: "${outletId}") { connection } region(id: "shanyang") { offlineOutlets { id } } }`;
const read = async () => (await staff.ask(anonymous, READ)).data;

describe("an outlet's connection (R202)", () => {
  it("is up once it reports, and the board is told when it falls silent during opening hours", async () => {
    const before = await read();
    const reported = await staff.ask(shanyangStreetAgent, REPORT, { outletId });
    const during = await read();
    await staff.at("09:45");
    const silent = await read();
    await staff.at("20:00");
    const closed = await read();

    const answer = (connection: string, ...offline: string[]) => ({
      ...{ outlet: { connection }, region: { offlineOutlets: offline.map((id) => ({ id })) } },
    });
    expect(before).toEqual(answer("UNKNOWN"));
    expect(reported.data).toEqual({ reportConnection: { connection: "ONLINE" } });
    expect([during, silent, closed]).toEqual([answer("ONLINE"), answer("OFFLINE", outletId), answer("CLOSED")]);
  });

  it("is reported by its own people only", async () => {
    const { errors } = await staff.ask(officerA, REPORT, { outletId });

    expect(errors?.[0]?.extensions.code).toBe("NOT_OWN_WORKPLACE");
  });
});
