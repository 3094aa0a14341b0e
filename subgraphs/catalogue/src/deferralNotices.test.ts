import type { Caller } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStaffClient } from "./staffClient.js";
import { aGuide, aMaterial } from "./testing/guides.js";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";
import { alertUnanswered } from "./watchDeferralNotices.js";

const MATTER = "taoshan-social-organisation-change";
const chief = staff("CHIEF_REPRESENTATIVE");
const officer = (outletId = "taoshan-hall"): Caller => ({
  ...staff("WINDOW_OFFICER"),
  claims: { staffId: "officer", outletId, role: "WINDOW_OFFICER" },
});

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue(); // Monday 2 March 2026, 09:00
});
afterAll(() => catalogue[Symbol.asyncDispose]());

let keys = 0;
let deferrable = false;
const proof = () => aMaterial({ code: "proof", deferrable, maxDeferralDays: deferrable ? 3 : null });
/** Publishes a guide, a second after the one before. */
async function publish(): Promise<string> {
  catalogue.setClock(`2026-03-02T01:00:${String(++keys).padStart(2, "0")}Z`);
  const input = { clientMutationId: `d${keys}`, matterId: MATTER, guide: aGuide({ materials: [proof()] }) };
  const { data } = await catalogue.ask<{ publishGuideVersion: { id: string } }>(
    "mutation ($input: PublishGuideVersionInput!) { publishGuideVersion(input: $input) { id } }",
    { input },
    chief,
  );
  return data.publishGuideVersion.id;
}
/** Publishes a guide whose material may follow later, or may no longer. */
function changeDeferral(): Promise<string> {
  deferrable = !deferrable;
  return publish();
}
interface Notice {
  readonly id: string;
  readonly overdue: boolean;
  readonly window: { readonly id: string };
}
const open = async (caller = officer()) =>
  (
    await catalogue.ask<{ deferralNotices: Notice[] | null }>(
      "{ deferralNotices(filter: { open: true }, first: 100) { id overdue dueAt window { id } changes { code deferrable } } }",
      {},
      caller,
    )
  ).data.deferralNotices ?? [];
const acknowledge = async (noticeId: string, caller = officer(), clientMutationId = `a${++keys}`) => {
  const { data, errors } = await catalogue.ask<{ acknowledgeDeferralChange: { acknowledgedAt: string } }>(
    "mutation ($input: AcknowledgeDeferralChangeInput!) { acknowledgeDeferralChange(input: $input) { acknowledgedAt } }",
    { input: { clientMutationId, noticeId } },
    caller,
  );
  return errors?.[0]?.extensions.code ?? data.acknowledgeDeferralChange.acknowledgedAt;
};
const events = async (type: string, noticeId: string) =>
  catalogue.db.catalogueEvent.count({ where: { type, streamId: noticeId } });

describe("a change of deferrals (R060)", () => {
  it("is told to every window that takes the matter, which acknowledges it once, on duty", async () => {
    const guideId = await changeDeferral();
    const [first, second] = [`${guideId}:taoshan-w2`, `${guideId}:taoshan-w9`];
    expect((await open()).map(({ id }) => id)).toEqual([first, second]);

    expect(await acknowledge(first)).toBe("NOT_AT_THIS_WINDOW");
    catalogue.onDuty.add("officer@taoshan-w2");
    expect(await acknowledge(first, officer("elsewhere"))).toBe("NOT_AT_THIS_WINDOW");
    expect(await acknowledge(second)).toBe("NOT_AT_THIS_WINDOW");
    expect(await acknowledge(first, officer(), "same")).toMatch(/^2026-03-02/);
    expect(await acknowledge(first, officer(), "same")).toMatch(/^2026-03-02/);
    expect(await acknowledge(first)).toBe("DEFERRAL_NOTICE_NOT_OPEN");

    expect((await open()).map(({ id }) => id)).toEqual([second]);
    expect(await events("DeferralChangeAcknowledged", first)).toBe(1);
  });

  it("raises one alert for each window that has not answered by the close of the next working day", async () => {
    const guideId = await changeDeferral();
    catalogue.onDuty.add("officer@taoshan-w2");
    await acknowledge(`${guideId}:taoshan-w2`);
    const late = `${guideId}:taoshan-w9`;

    await alertUnanswered(catalogue.db, new Date("2026-03-03T08:59:59.999Z"));
    expect(await events("DeferralChangeUnacknowledged", late)).toBe(0);
    const due = new Date("2026-03-03T09:00:00.000Z");
    await Promise.all([alertUnanswered(catalogue.db, due), alertUnanswered(catalogue.db, due)]);
    await alertUnanswered(catalogue.db, due);

    expect(await events("DeferralChangeUnacknowledged", late)).toBe(1);
    expect(await events("DeferralChangeUnacknowledged", `${guideId}:taoshan-w2`)).toBe(0);
    catalogue.setClock("2026-03-03T09:00:00Z");
    expect((await open()).find(({ id }) => id === late)?.overdue).toBe(true);
    catalogue.onDuty.add("officer@taoshan-w9");
    expect(await acknowledge(late)).toBe("2026-03-03T09:00:00.000Z"); // late, and still acknowledged
  });

  it("is shown to the outlet and the department, and to nobody else", async () => {
    await changeDeferral();

    expect((await open(chief)).length).toBeGreaterThan(0);
    for (const caller of [officer("elsewhere"), staff("APPROVER", "taoshan-water")])
      expect(await open(caller)).toEqual([]);
  });

  it.each(["SUPERVISOR", "COORDINATOR"])(
    "is shown to a %s of its region, and not of the neighbouring one",
    async (role) => {
      await changeDeferral();
      const overseeing = (regionIds: string): Caller => ({ ...staff(role), claims: { role, regionIds } });

      expect((await open(overseeing("taoshan"))).length).toBeGreaterThan(0);
      expect(await open(overseeing("shanyang"))).toEqual([]);
    },
  );

  it("sends nothing when no deferral changes", async () => {
    const before = await catalogue.db.deferralNotice.count();

    await publish();

    expect(await catalogue.db.deferralNotice.count()).toBe(before);
  });
});

it("the windows of a department are those of its region that take its matters", async () => {
  const departments = (...ids: string[]) => ids.map((id) => ({ department: { id } }));
  const outlets = [
    {
      id: "hall",
      windows: [
        { id: "w1", departments: departments("water") },
        { id: "w2", departments: departments("education") },
      ],
    },
    { id: "street", windows: [{ id: "w3", departments: departments("education", "water") }] },
  ];
  const client = createStaffClient({ query: async <T>() => ({ outlets }) as T });

  expect(await client.windowsServing({ regionId: "r", departmentId: "water" })).toEqual([
    { outletId: "hall", windowId: "w1" },
    { outletId: "street", windowId: "w3" },
  ]);
});
