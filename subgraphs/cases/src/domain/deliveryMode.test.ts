import { describe, expect, it } from "vitest";
import { collected } from "../testing/aCase.js";
import { deliveryModeOf } from "./deliveryMode.js";

const matter = { departmentId: "taoshan-civil-affairs" };

describe("the delivery mode that is recorded on a case (R050)", () => {
  it.each([
    ["the outlet's own staff", { windowId: "w2", homeDepartmentId: null }, undefined, "ENTRUSTED_COLLECTION"],
    [
      "another department's staff",
      { windowId: "w2", homeDepartmentId: "taoshan-water" },
      undefined,
      "ENTRUSTED_COLLECTION",
    ],
    [
      "the department's own people",
      { windowId: "w2", homeDepartmentId: matter.departmentId },
      undefined,
      "WINDOW_FORWARD",
    ],
    ["an agent", { windowId: null }, "taoshan-street-1", "PROXY"],
    ["the applicant, online", { windowId: null }, undefined, null],
  ])("of what is taken from %s", (_, by, agentOutletId, mode) => {
    expect(deliveryModeOf(matter, by, agentOutletId)).toBe(mode);
  });

  it("is noted when a case is collected", () => {
    expect(collected().deliveryMode).toBe("ENTRUSTED_COLLECTION");
    expect(collected({ duty: { homeDepartmentId: matter.departmentId } }).deliveryMode).toBe("WINDOW_FORWARD");
  });
});
