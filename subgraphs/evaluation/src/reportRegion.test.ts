import { anonymous } from "@yimen/kernel/caller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestEvaluation, type TestEvaluation } from "./testing/startTestEvaluation.js";

let evaluation: TestEvaluation;
beforeAll(async () => {
  evaluation = await startTestEvaluation();
});
afterAll(() => evaluation[Symbol.asyncDispose]());

describe("the circular of three levels (R132, R212)", () => {
  it("joins the places of staff with the volumes of cases, and tells how much is finished in villages (R129)", async () => {
    evaluation.world.places = [
      { id: "hall", kind: "CENTRE", parentId: null },
      { id: "town", kind: "STREET_CENTRE", parentId: "hall" },
      { id: "village", kind: "VILLAGE_STATION", parentId: "town" },
    ];
    evaluation.world.volumes = [
      { outletId: "hall", received: 6, closed: 5, online: 3, simpleClosed: 3, proxied: 0 },
      { outletId: "village", received: 2, closed: 1, online: 0, simpleClosed: 1, proxied: 4 },
    ];
    const query = `{ threeLevelReport(regionId: "r", from: "2026-01-01", to: "2026-03-31") {
      simpleAtVillage total { received onlineShare } levels { level outlets volume { received proxied } } places { outlet { id } total { closed } } } }`;

    const { data } = await evaluation.ask(anonymous, query);

    const volume = (received: number, proxied = 0) => ({ received, proxied });
    expect(data).toEqual({
      threeLevelReport: {
        simpleAtVillage: 1 / 4,
        total: { received: 8, onlineShare: 3 / 8 },
        levels: [
          { level: "DISTRICT", outlets: 1, volume: volume(6) },
          { level: "TOWN", outlets: 1, volume: volume(0) },
          { level: "VILLAGE", outlets: 1, volume: volume(2, 4) },
        ],
        places: [
          { outlet: { id: "hall" }, total: { closed: 6 } },
          { outlet: { id: "town" }, total: { closed: 1 } },
          { outlet: { id: "village" }, total: { closed: 1 } },
        ],
      },
    });
  });
});
