import { DomainError } from "@yimen/kernel/errors";
import { rules } from "./rules.js";

/** Which outlets adopt it: towns and streets, or villages and communities. */
export type GuideCatalogueLevel = "TOWN" | "VILLAGE";

/** One matter of the list that the level above gives out for all its towns or villages to adopt (指导目录). */
export interface GuideCatalogueEntry {
  readonly id: string;
  readonly regionId: string;
  readonly level: GuideCatalogueLevel;
  /** Place in the list, from 1. */
  readonly place: number;
  readonly name: string;
  readonly basicCode: string;
  readonly source: string;
}

/** What one body offers, compared with its level's guide catalogue. */
export interface Adoption {
  readonly adopted: readonly string[];
  readonly missing: readonly string[];
  /** Offered without standing in the catalogue and without having been declared local. */
  readonly undeclared: readonly string[];
}

export class NotInGuideCatalogue extends DomainError {
  readonly code = "NOT_IN_GUIDE_CATALOGUE";
  constructor(matterId: string, basicCode: string) {
    super(
      {
        zh: "该事项不在上级指导目录内,也未声明为本地事项。",
        en: "The matter is neither in the guide catalogue of the level above nor declared local.",
      },
      { matterId, basicCode },
      rules.R030,
    );
  }
}

interface Offered {
  readonly id: string;
  readonly basicCode: string;
  readonly origin: "GUIDE_CATALOGUE" | "LOCAL";
}

/**
 * Compares what a body offers with the catalogue it has to adopt (R026, I-C10).
 *
 * @returns basic codes adopted and missing, ids of matters offered without leave
 */
export function adoption(catalogue: readonly string[], offered: readonly Offered[]): Adoption {
  const codes = new Set(offered.map(({ basicCode }) => basicCode));
  const listed = new Set(catalogue);
  return {
    adopted: catalogue.filter((code) => codes.has(code)),
    missing: catalogue.filter((code) => !codes.has(code)),
    undeclared: offered
      .filter(({ basicCode, origin }) => origin !== "LOCAL" && !listed.has(basicCode))
      .map(({ id }) => id),
  };
}

/** @throws NotInGuideCatalogue unless it stands in the catalogue or was declared local (R030) */
export function checkListed({ id, basicCode, origin }: Offered, catalogue: ReadonlySet<string>): void {
  if (origin !== "LOCAL" && !catalogue.has(basicCode)) throw new NotInGuideCatalogue(id, basicCode);
}
