import { exampleBundles } from "./domain/exampleBundles.js";
import { exampleGuide, exampleGuideCatalogue, exampleMatters } from "./domain/exampleCatalogue.js";
import type { GuideCatalogueLevel } from "./domain/guideCatalogue.js";
import {
  entrustmentOf,
  firstGuide,
  guidesOf,
  mattersOf,
  readBatches,
  readCancelledProofs,
  readLocalBundles,
  readMeasures,
  readSeedBundles,
  readSeedFiles,
  type SeedFile,
} from "./seedFile.js";
import { insertBatch } from "./store/batchStore.js";
import { insertBundles } from "./store/bundleStore.js";
import { insertCancelledProofs } from "./store/cancelledProofStore.js";
import type { Db, Tx } from "./store/db.js";
import { insertEntrustment } from "./store/entrustmentStore.js";
import { insertGuideCatalogue } from "./store/guideCatalogueStore.js";
import { insertGuides } from "./store/guideStore.js";
import { countMatters } from "./store/matterPage.js";
import { insertMatters } from "./store/matterStore.js";
import { insertMeasures } from "./store/optimisationMeasureStore.js";

const levels: readonly GuideCatalogueLevel[] = ["TOWN", "VILLAGE"];

/** All of the seed is one transaction, which takes a while on a busy machine. */
const PATIENT = { timeout: 120_000 }; // ms

/** Loads the seed into an empty database, all of it or nothing; does nothing where there are matters already. */
export async function loadSeed(db: Db): Promise<void> {
  if ((await countMatters(db, {})) > 0) return;
  await db.$transaction(async (tx) => {
    const files = readSeedFiles();
    for (const file of files) await loadFile(tx, file);
    await loadBundles(tx, files);
    await insertCancelledProofs(tx, readCancelledProofs());
    for (const batch of readBatches()) await insertBatch(tx, batch);
    await insertMeasures(tx, readMeasures());
    for (const level of levels) await loadGuideCatalogue(tx, level);
  }, PATIENT);
}

async function loadFile(tx: Tx, file: SeedFile): Promise<void> {
  await insertMatters(tx, mattersOf(file));
  await insertGuides(tx, guidesOf(file));
  for (const entrustment of entrustmentOf(file)) await insertEntrustment(tx, entrustment);
}

async function loadBundles(tx: Tx, files: readonly SeedFile[]): Promise<void> {
  const named = readSeedBundles();
  const ids = files
    .filter(({ regionId }) => regionId === "siyang")
    .flatMap(({ matters }) => matters.map(({ id }) => id));
  await insertBundles(tx, [...named, ...exampleBundles(named, "siyang", ids), ...readLocalBundles()]);
}

async function loadGuideCatalogue(tx: Tx, level: GuideCatalogueLevel): Promise<void> {
  const matters = exampleMatters(level);
  await insertGuideCatalogue(tx, exampleGuideCatalogue(level));
  await insertMatters(tx, matters);
  await insertGuides(
    tx,
    matters.map(({ id, publishedOn }) => firstGuide(id, publishedOn, exampleGuide)),
  );
}
