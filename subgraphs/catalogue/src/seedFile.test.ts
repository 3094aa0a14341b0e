import { describe, expect, it } from "vitest";
import { checkGuide } from "./domain/guideGate.js";
import { parseHandlingItemCode } from "./domain/matterCode.js";
import { isUscc } from "./domain/uscc.js";
import {
  guidesOf,
  mattersOf,
  readBatches,
  readCancelledProofs,
  readLocalBundles,
  readMeasures,
  readSeedBundles,
  readSeedFiles,
} from "./seedFile.js";

const files = readSeedFiles();
const matters = files.flatMap(mattersOf);
const cancelled = readCancelledProofs();

describe("the seeded matters", () => {
  it("are at least forty, each with an id and a code of its own", () => {
    expect(matters.length).toBeGreaterThanOrEqual(40);
    expect(new Set(matters.map(({ id }) => id))).toHaveLength(matters.length);
    expect(new Set(matters.map(({ handlingItemCode }) => handlingItemCode))).toHaveLength(matters.length);
  });

  it.each(files.map((file) => [file.departmentId, file] as const))(
    "of %s carry their body's code and level (I-C2)",
    (_, file) => {
      expect(isUscc(file.body)).toBe(true);
      for (const { handlingItemCode, type } of mattersOf(file)) {
        const { body, level, basic } = parseHandlingItemCode(handlingItemCode);
        expect({ body, level, type }).toEqual({ body: file.body, level: file.exerciseLevel, type: basic.type });
      }
    },
  );

  it("have guides that pass the gate (R027, R036, R039, R061)", () => {
    for (const file of files) {
      const proofs = new Set(cancelled.filter(({ regionId }) => regionId === file.regionId).map(({ type }) => type));
      for (const guide of guidesOf(file)) expect(() => checkGuide(guide.matterId, guide, proofs)).not.toThrow();
    }
  });

  it.each(matters.map(({ id, source }) => [id, source] as const))("say where %s comes from", (_, source) => {
    expect(source).toMatch(/^(✔p?|GK|✱示例)/);
  });
});

describe("the seeded bundles", () => {
  it("are the four named ones, of matters that exist (R068)", () => {
    const ids = new Set(matters.map(({ id }) => id));
    const bundles = readSeedBundles();

    expect(bundles.map(({ name }) => name)).toEqual(["新生儿一件事", "初次就业一件事", "退休一件事", "身后一件事"]);
    for (const { matterIds } of bundles) for (const id of matterIds) expect(ids).toContain(id);
  });

  it("have a local theme whose matters are all handed in at one window (R067)", () => {
    const [farm] = readLocalBundles();
    const departments = matters
      .filter(({ id }) => farm?.matterIds.includes(id))
      .map(({ departmentId }) => departmentId);

    expect(farm?.origin).toBe("LOCAL");
    expect(departments).toEqual(["taoshan-agriculture", "taoshan-water", "taoshan-water"]);
  });
});

describe("the seeded batches", () => {
  it("are of matters that stand on the list in question (R051, R063)", () => {
    const lists = new Map(matters.map(({ id, lists: own }) => [id, own]));
    for (const { kind, entries } of readBatches()) {
      for (const { matterId } of entries) {
        expect(lists.get(matterId)).toContain(kind === "MOBILE" ? "MOBILE" : "STREET");
      }
    }
    const delegated = readBatches().flatMap(({ kind, entries }) => (kind === "DELEGATION" ? entries : []));
    const listed = matters.filter(({ lists: own }) => own.includes("DELEGATED_POWER")).map(({ id }) => id);
    expect(delegated.map(({ matterId }) => matterId)).toEqual(expect.arrayContaining(listed));
  });
});

describe("the seeded measures", () => {
  it("say what the baseline and the guide of their matter say (R041)", () => {
    const baselines = new Map(matters.map(({ id, baseline }) => [id, baseline]));
    const guides = new Map(files.flatMap(guidesOf).map((guide) => [guide.matterId, guide]));
    for (const { matterId, kind, description } of readMeasures()) {
      const [before, now] = [baselines.get(matterId), guides.get(matterId)];
      const numbers = {
        MATERIALS: [before?.materials, now?.materials.length],
        VISITS: [before?.onSiteVisits, now?.onSiteVisits],
        TIME: [now?.promisedLimit.value, now?.statutoryLimit?.value],
      }[kind as string];
      expect([matterId, description.match(/\d+/g)?.map(Number)]).toEqual([matterId, numbers]);
    }
  });
});
