import { describe, expect, it } from "vitest";
import type { HandlingForm, OnlineDepth } from "./matter.js";
import { allHandledOnline, handledOnline } from "./online.js";

const aMatter = (handlingForms: readonly HandlingForm[], onlineDepth: OnlineDepth = "ACCEPTANCE") => ({
  handlingForms,
  onlineDepth,
});

describe("a matter (R064)", () => {
  it.each<[boolean, readonly HandlingForm[], OnlineDepth]>([
    [true, ["WINDOW", "ONLINE"], "ACCEPTANCE"],
    [true, ["MOBILE"], "COLLECTION"],
    [true, ["ONLINE", "MOBILE"], "E_LICENCE_FEEDBACK"],
    [false, ["WINDOW", "POST", "OTHER"], "ACCEPTANCE"],
    [false, ["ONLINE"], "CONSULTATION"],
    [false, ["ONLINE"], "OTHER"],
    [false, [], "HANDLING"],
  ])("can be handed in online: %s, where it is handled by %j as far as %s", (can, handlingForms, onlineDepth) => {
    expect(handledOnline(aMatter(handlingForms, onlineDepth))).toBe(can);
  });
});

describe("one thing (R064, R069)", () => {
  const online = aMatter(["WINDOW", "ONLINE"]);

  it("can be handed in online when each of its matters can, and not when one cannot", () => {
    expect(allHandledOnline([online, aMatter(["MOBILE"])])).toBe(true);
    for (const other of [aMatter(["WINDOW"]), aMatter(["ONLINE"], "CONSULTATION"), null]) {
      expect(allHandledOnline([online, other])).toBe(false);
    }
  });
});
