import { describe, expect, it } from "vitest";
import { aFile, after, collected, hours, usual } from "../testing/aCase.js";
import { daysAtWindow } from "./daysAtWindow.js";

const DAY = 24; // hours
const online = collected({ online: true });

describe("the days on which an applicant was at a window (R115)", () => {
  it("is the one on which a case was handed in there, whatever else is done on it", () => {
    expect(daysAtWindow(after(collected(), { ...usual("receiveMaterials", hours(2)) }))).toEqual(["2026-03-02"]);
  });

  it("is none for what comes online and is put right online", () => {
    const supplied = after(
      online,
      usual("requestCorrection", hours(DAY)),
      { type: "supply", at: hours(2 * DAY), materials: [aFile("m2")] },
      { type: "supply", at: hours(3 * DAY), materials: [aFile("m3")] },
    );

    expect(daysAtWindow(supplied)).toEqual([]);
  });

  it("is none for an e-licence shown online, which comes with no file (R065)", () => {
    const [first, ...rest] = online.materials;
    const { digest: _, ...shown } = { ...(first as NonNullable<typeof first>), eLicence: "营业执照" };

    expect(daysAtWindow({ ...online, materials: [shown, ...rest] })).toEqual([]);
  });

  it("counts each day on which a paper is brought or the result is collected", () => {
    const corrected = after(online, usual("requestCorrection", hours(DAY)), usual("receiveCorrection", hours(2 * DAY)));
    expect(daysAtWindow(corrected)).toEqual(["2026-03-04"]);
    expect(corrected.materials.find(({ requirementId }) => requirementId === "m2")).not.toHaveProperty("digest");

    const way = ["accept", "pickUp", "decide", "makeResult", "issueResult"] as const;
    const issued = after(
      corrected,
      usual("receiveMaterials", hours(2 * DAY)),
      ...way.map((type) => usual(type, hours(3 * DAY))),
    );
    const byPost = { ...usual("deliver", hours(4 * DAY)), method: "EXPRESS" } as ReturnType<typeof usual>;
    expect(daysAtWindow(after(issued, usual("deliver", hours(4 * DAY))))).toEqual(["2026-03-04", "2026-03-06"]);
    expect(daysAtWindow(after(issued, byPost))).toEqual(["2026-03-04"]);
  });

  it("is none for a paper of another region that the office recognises by itself", () => {
    const recognised = after(online, usual("recognise", hours(DAY)));

    expect(recognised.materials.filter(({ recognition }) => recognition)).toHaveLength(1);
    expect(daysAtWindow(recognised)).toEqual([]);
  });

  it("is none for what an agent hands in for the applicant (R112)", () => {
    expect(daysAtWindow({ ...collected(), agentOutletId: "village" })).toEqual([]);
  });
});
