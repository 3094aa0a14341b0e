import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuideEffectiveInPast, GuideVersionOverlaps, type Period, placeVersion, versionAt } from "./guideTimeline.js";

type Version = Period & { id: string };

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1) + minute * 60_000);

/** Publishes at each minute in turn, as the store does it; what is refused leaves no trace. */
function published(minutes: readonly number[], now = at(0)): Version[] {
  let versions: Version[] = [];
  for (const [index, minute] of minutes.entries()) {
    const effectiveFrom = at(minute);
    if (versions.some((version) => version.effectiveFrom.getTime() === effectiveFrom.getTime())) continue;
    const { effectiveTo, ends } = placeVersion("m", versions, effectiveFrom, now);
    versions = versions.map((version) => (version.id === ends ? { ...version, effectiveTo: effectiveFrom } : version));
    versions.push({ id: `v${index}`, effectiveFrom, effectiveTo });
  }
  return versions;
}

const minutes = fc.array(fc.nat(500), { maxLength: 20 });

describe("the versions of a matter's guide", () => {
  it("never overlap: at most one holds at any instant (I-C3)", () => {
    fc.assert(
      fc.property(minutes, fc.nat(600), (starts, minute) => {
        const holding = published(starts).filter(
          ({ effectiveFrom, effectiveTo }) =>
            effectiveFrom <= at(minute) && (effectiveTo === null || at(minute) < effectiveTo),
        );
        expect(holding.length).toBe(starts.some((start) => start <= minute) ? 1 : 0);
      }),
    );
  });

  it("are what they were before the instant a new one takes effect (R028, I-C3)", () => {
    fc.assert(
      fc.property(minutes, fc.nat(500), fc.nat(500), (starts, newStart, minute) => {
        fc.pre(minute < newStart && !starts.includes(newStart));
        const before = versionAt(published(starts), at(minute));
        const after = versionAt(published([...starts, newStart]), at(minute));
        expect(after?.id).toBe(before?.id);
      }),
    );
  });

  it("cannot be published into the past (R028)", () => {
    expect(() => placeVersion("m", [], at(4), at(5))).toThrow(GuideEffectiveInPast);
  });

  it("cannot begin at the same instant twice (I-C3)", () => {
    expect(() => placeVersion("m", published([10]), at(10), at(0))).toThrow(GuideVersionOverlaps);
  });
});
