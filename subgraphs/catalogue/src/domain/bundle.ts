import type { TimeLimit } from "@yimen/workdays/timeLimit";
import type { MaterialNecessity, MaterialRequirement } from "./material.js";

/** Whose reform list it stands on: the province's and city's eight, the county's 122, or a local idea (R067, R068). */
export type BundleOrigin = "PROVINCE_CITY" | "COUNTY" | "LOCAL";

/** One thing (一件事): several matters handed in once, on one form, with one set of materials (R069). */
export interface Bundle {
  readonly id: string;
  readonly regionId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly origin: BundleOrigin;
  readonly jointLimit: TimeLimit;
  readonly matterIds: readonly string[];
  readonly source: string;
}

/** Where a merged material is needed. */
export interface MaterialProvenance {
  readonly matterId: string;
  readonly materialCode: string;
  readonly basis: string;
}

/** One paper for the whole bundle. */
export interface MergedMaterial {
  readonly type: string;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly necessity: MaterialNecessity;
  /** Only when every matter that needs it lets it come later. */
  readonly deferrable: boolean;
  readonly provenance: readonly MaterialProvenance[];
}

/** What each matter of a bundle asks for. */
export interface MatterMaterials {
  readonly matterId: string;
  readonly materials: readonly MaterialRequirement[];
}

const strictest: readonly MaterialNecessity[] = ["REQUIRED", "CONDITIONAL", "OPTIONAL"];

/**
 * One set of materials for all matters: a type that several ask for is handed in once, in the greatest number any of
 * them needs; nothing is left out (R069 一套材料, I-C9).
 *
 * @returns in the order in which the types first appear
 */
export function mergeMaterials(matters: readonly MatterMaterials[]): MergedMaterial[] {
  const asked = matters.flatMap(({ matterId, materials }) => materials.map((material) => ({ matterId, material })));
  return [...Map.groupBy(asked, ({ material }) => material.type)].map(([type, uses]) => ({
    type,
    name: uses[0]?.material.name ?? type,
    originals: Math.max(...uses.map(({ material }) => material.originals)),
    copies: Math.max(...uses.map(({ material }) => material.copies)),
    necessity: strictest.find((degree) => uses.some(({ material }) => material.necessity === degree)) ?? "OPTIONAL",
    deferrable: uses.every(({ material }) => material.deferrable),
    provenance: uses.map(({ matterId, material }) => ({
      matterId,
      materialCode: material.code,
      basis: material.basis,
    })),
  }));
}
