import type { PlainDate } from "@yimen/workdays/plainDate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

let catalogue: Awaited<ReturnType<typeof startTestCatalogue>>;
beforeAll(async () => {
  catalogue = await startTestCatalogue();
});
afterAll(() => catalogue[Symbol.asyncDispose]());

const coordinator = staff("COORDINATOR", "taoshan-business-environment");
let keys = 0;

interface Changed {
  readonly changed: { readonly state: string; readonly stateReason: string | null; readonly version: number };
}
const change = (mutation: string, matterId: string, caller = coordinator, given: object = {}) =>
  catalogue.ask<Changed>(
    `mutation ($input: ChangeMatterStateInput!) { changed: ${mutation}(input: $input) { state stateReason version } }`,
    { input: { clientMutationId: `k${++keys}`, matterId, reason: "协调办会议", ...given } },
    caller,
  );
const sweep = async () =>
  (
    await catalogue.ask<{ suspendDormantMatters: { id: string }[] }>(
      `mutation ($input: SuspendDormantMattersInput!) { suspendDormantMatters(input: $input) { id } }`,
      { input: { clientMutationId: `k${++keys}`, regionId: "taoshan" } },
      coordinator,
    )
  ).data.suspendDormantMatters.map(({ id }) => id);

describe("suspending and reactivating a matter", () => {
  it("is the coordination office's alone (R044, I-C5)", async () => {
    const { errors } = await change("suspendMatter", "taoshan-water-abstraction", staff("DIRECTOR", "taoshan-water"));

    expect(errors?.[0]?.extensions).toMatchObject({ code: "COORDINATOR_NEEDED", rule: { id: "R044" } });
  });

  it("goes there and back, each once, with the approval in the log (R044)", async () => {
    const id = "taoshan-water-abstraction";

    const suspended = await change("suspendMatter", id);
    const again = await change("suspendMatter", id);
    const reactivated = await change("reactivateMatter", id, coordinator, { version: 2 });
    const log = await catalogue.db.catalogueEvent.findMany({ where: { streamId: id }, orderBy: { position: "asc" } });

    expect(suspended.data.changed).toEqual({ state: "SUSPENDED", stateReason: "协调办会议", version: 2 });
    expect(again.errors?.[0]?.extensions.code).toBe("MATTER_TRANSITION_NOT_ALLOWED");
    expect(reactivated.data.changed).toEqual({ state: "IN_USE", stateReason: null, version: 3 });
    expect(log.map(({ type, version }) => [type, version])).toEqual([
      ["MatterSuspended", 2],
      ["MatterReactivated", 3],
    ]);
    expect(log[1]?.data).toMatchObject({ by: coordinator.subject, reason: "协调办会议" });
  });
});

describe("suspending dormant matters", () => {
  it("finds those nobody applied for in three years, once, and leaves reactivated ones alone (R043, I-C4)", async () => {
    catalogue.lastApplications.set("taoshan-river-construction", "2023-03-03" as PlainDate);
    expect(await sweep()).toEqual(["taoshan-private-school-termination"]);

    catalogue.lastApplications.clear();
    expect(await sweep()).toEqual(["taoshan-river-construction"]);
    expect(await sweep()).toEqual([]);
    await change("reactivateMatter", "taoshan-river-construction");
    expect(await sweep()).toEqual([]);
  });

  it("takes whatever was last applied for three years ago, to the day (R043)", async () => {
    catalogue.setClock("2028-12-14T15:59:59Z"); // still the day before in the office

    expect(await sweep()).toEqual([]);

    catalogue.setClock("2028-12-14T16:00:00Z");
    const swept = await sweep();

    expect(swept).toContain("taoshan-social-organisation-registration");
    expect(swept).not.toContain("taoshan-river-construction");
  });
});
