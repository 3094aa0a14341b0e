import { anonymous } from "@yimen/kernel/caller";
import { CursorNotValid } from "@yimen/kernel/logCursor";
import { describe, expect, it } from "vitest";
import { reactivateMatter, suspendMatter } from "./changeMatterState.js";
import { contextFor } from "./context.js";
import { followCatalogue } from "./followCatalogue.js";
import { openCatalogueLog } from "./store/catalogueLog.js";
import { staff, startTestCatalogue } from "./testing/startTestCatalogue.js";

describe("following the catalogue's log", () => {
  it("gives every change in commit order, and goes on from a cursor without loss or repetition", async () => {
    await using catalogue = await startTestCatalogue();
    const { cases, db, databaseUrl } = catalogue;
    const log = await openCatalogueLog(db, { databaseUrl });
    const context = contextFor({
      cases,
      staff: catalogue.staff,
      db,
      log,
      clock: () => new Date("2026-03-02T01:00:00Z"),
    })(staff("COORDINATOR"), false);
    const input = (key: string) => ({ clientMutationId: key, matterId: "taoshan-water-abstraction", reason: "x" });
    const take = async (after: string | null, count: number) => {
      const seen: { type: string; cursor: string }[] = [];
      for await (const { type, position } of await followCatalogue(context, { regionId: "taoshan", after })) {
        if (seen.push({ type, cursor: position.toString() }) === count) break;
      }
      return seen;
    };

    const live = take(null, 1);
    await suspendMatter(context, input("1"));
    const [first] = await live;
    await reactivateMatter(context, input("2"));
    await suspendMatter(context, input("3"));
    const later = await take(first?.cursor ?? "", 2);
    await log.close();

    expect(first?.type).toBe("MatterSuspended");
    expect(later.map(({ type }) => type)).toEqual(["MatterReactivated", "MatterSuspended"]);
    await expect(followCatalogue({ ...context, caller: anonymous }, { after: "x" })).rejects.toThrow(CursorNotValid);
  });
});
