import type { ShownLicence } from "./applicant.js";
import { MaterialTypeNotInBundle } from "./bundleRefusals.js";
import type { HandedIn } from "./handedIn.js";
import { ELicenceNotAccepted } from "./refusals.js";

/** A file of the one set: where it lies, and what proves that it is the one. */
export interface TypedFile extends Omit<HandedIn, "requirementId"> {
  readonly type: string;
}

/** An e-licence shown in place of a paper of the one set (R065). */
export interface TypedLicence {
  readonly type: string;
  readonly licenceNo: string;
}

/** One set of materials (一套材料) as it is handed in: each paper once for all matters, told apart by its type (R069). */
export interface OneSet {
  /** Types of the papers brought to a window. */
  readonly papers: readonly string[];
  readonly files: readonly TypedFile[];
  readonly licences: readonly TypedLicence[];
}

/** A line of a matter's checklist. */
interface Line {
  readonly id: string;
  readonly type: string;
  readonly eLicence?: string | null;
}

/** What of the set counts for one matter, line by line. */
export interface ShareOfSet {
  readonly presentRequirementIds: readonly string[];
  readonly documents: readonly HandedIn[];
  readonly licences: readonly ShownLicence[];
}

/** A paper counts for every line that asks for its type; a licence for those of them for which it can stand. */
export const shareOf = (lines: readonly Line[], { papers, files, licences }: OneSet): ShareOfSet => ({
  presentRequirementIds: lines.flatMap(({ id, type }) => (papers.includes(type) ? [id] : [])),
  documents: lines.flatMap((line) =>
    files.flatMap(({ type, reference, digest }) =>
      type === line.type ? [{ requirementId: line.id, reference, digest }] : [],
    ),
  ),
  licences: lines.flatMap((line) =>
    licences.flatMap(({ type, licenceNo }) =>
      type === line.type && line.eLicence ? [{ requirementId: line.id, licenceNo }] : [],
    ),
  ),
});

/**
 * Nothing is taken online that none of the matters asks for in its situation (R038, R069), and no licence that stands for
 * nothing (R065).
 *
 * @param lines  what all matters ask for in their situations
 * @throws MaterialTypeNotInBundle, ELicenceNotAccepted
 */
export function requireInSet(lines: readonly Line[], { papers, files, licences }: OneSet): void {
  const given = [...papers, ...[...files, ...licences].map(({ type }) => type)];
  const unknown = given.filter((type) => !lines.some((line) => line.type === type));
  if (unknown.length > 0) throw new MaterialTypeNotInBundle([...new Set(unknown)]);
  const shown = lines.filter((line) => licences.some(({ type }) => type === line.type));
  const refused = shown.filter(({ type }) => !shown.some((line) => line.type === type && line.eLicence));
  if (refused.length > 0) throw new ELicenceNotAccepted(refused.map(({ id }) => id));
}
