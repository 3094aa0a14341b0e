import { readdirSync, readFileSync } from "node:fs";
import { instantOf } from "@yimen/workdays/instant";
import type { PlainDate } from "@yimen/workdays/plainDate";
import type { Batch } from "./domain/batch.js";
import type { Bundle } from "./domain/bundle.js";
import type { Entrustment } from "./domain/entrustment.js";
import type { GuideContent, GuideVersion } from "./domain/guide.js";
import { identityFrom, type Matter, type PresenceMode } from "./domain/matter.js";
import { numberedGuide } from "./domain/numberedGuide.js";
import type { OptimisationMeasure } from "./domain/optimisationMeasure.js";
import type { CancelledProof } from "./store/cancelledProofStore.js";

const SEED = new URL("../seed/", import.meta.url);

type SeedMatter = Omit<
  Matter,
  | "regionId"
  | "departmentId"
  | "state"
  | "stateReason"
  | "reactivatedOn"
  | "version"
  | keyof ReturnType<typeof identityFrom>
> & { readonly code: string; readonly note?: string; readonly guide: GuideContent };

type SeedEntrustment = Pick<
  Entrustment,
  "id" | "announcedOn" | "announcement" | "checklist" | "samples" | "chiefRepresentativeId" | "activatedOn"
> & { readonly mode: PresenceMode };

/** One implementing body with its matters, as `seed/<region>/<department>.json` has it. */
export interface SeedFile {
  readonly departmentId: string;
  readonly regionId: string;
  readonly body: string;
  readonly exerciseLevel: Matter["exerciseLevel"];
  readonly presenceMode: PresenceMode | null;
  readonly entrustment?: SeedEntrustment;
  readonly matters: readonly SeedMatter[];
}

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, SEED), "utf8")) as T;

/** Every body's file, region by region. */
export const readSeedFiles = (): SeedFile[] =>
  ["shanyang", "siyang", "taoshan"].flatMap((region) =>
    readdirSync(new URL(`${region}/`, SEED))
      .filter((name) => name.startsWith(`${region}-`))
      .sort()
      .map((name) => json<SeedFile>(`${region}/${name}`)),
  );

export const readSeedBundles = () => json<Bundle[]>("siyang/bundles.json");

/** Themes that a region thought of itself (R067). */
export const readLocalBundles = () => json<Bundle[]>("taoshan/bundles.json");

export const readCancelledProofs = () => json<CancelledProof[]>("cancelledProofs.json");

/** Batches that powers were delegated in, or matters brought onto telephones (R051, R063). */
export const readBatches = (): Batch[] =>
  json<(Omit<Batch, "entries" | "version"> & { readonly matterIds: readonly string[] })[]>("batches.json").map(
    ({ matterIds, ...batch }) => ({
      ...batch,
      entries: matterIds.map((matterId) => ({ matterId, endedOn: null, endReason: null })),
      version: 1,
    }),
  );

export const readMeasures = () => json<OptimisationMeasure[]>("optimisationMeasures.json");

/** @throws MatterCodeNotValid */
export const mattersOf = ({ matters, regionId, departmentId }: SeedFile): Matter[] =>
  matters.map(({ guide: _, code, note, source, ...entry }) => ({
    ...entry,
    source: note ? `${source} ${note}` : source,
    ...identityFrom(code),
    regionId,
    departmentId,
    state: "IN_USE",
    stateReason: null,
    reactivatedOn: null,
    version: 1,
  }));

export const guidesOf = ({ matters }: SeedFile): GuideVersion[] =>
  matters.map(({ id, publishedOn, guide }) => firstGuide(id, publishedOn, guide));

/** The first guide of a matter: in force from the day on which the matter was published. */
export function firstGuide(matterId: string, publishedOn: PlainDate, content: GuideContent): GuideVersion {
  const effectiveFrom = instantOf(publishedOn, "00:00");
  return numberedGuide(
    matterId,
    1,
    { effectiveFrom, effectiveTo: null, publishedAt: effectiveFrom, publishedBy: "seed" },
    content,
  );
}

export function entrustmentOf({ entrustment, regionId, departmentId }: SeedFile): Entrustment[] {
  if (!entrustment) return [];
  const { id, mode, announcedOn, announcement, checklist, samples, chiefRepresentativeId, activatedOn } = entrustment;
  const terms = { mode, announcedOn, announcement, checklist, samples, chiefRepresentativeId, activatedOn };
  return [{ ...terms, id, regionId, departmentId, status: "ACTIVE", endedOn: null, version: 1 }];
}
