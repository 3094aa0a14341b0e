import type { Matter, MatterList, ServiceTag } from "../domain/matter.js";
import type { Prisma } from "../generated/prisma/client.js";
import type { Db } from "./db.js";
import { fromRow } from "./matterStore.js";

/** What a list of matters is narrowed down to; whatever is left out does not narrow. */
export interface MatterFilter {
  readonly regionId?: string | null;
  readonly departmentId?: string | null;
  readonly tag?: ServiceTag | null;
  readonly list?: MatterList | null;
  /** Part of a name in either language, or the beginning of a code. */
  readonly text?: string | null;
}

export interface MatterPage {
  readonly nodes: readonly Matter[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** A page of matters in the order of their ids; the cursor is the last id seen, so nothing is skipped or repeated. */
export async function listMatters(
  db: Db,
  filter: MatterFilter,
  { first, after }: { first: number; after: string | null },
): Promise<MatterPage> {
  const where = { AND: [narrowed(filter), after === null ? {} : { id: { gt: after } }] };
  const rows = await db.matter.findMany({ where, orderBy: { id: "asc" }, take: first + 1 });
  const nodes = rows.slice(0, first).map(fromRow);
  return { nodes, endCursor: nodes.at(-1)?.id ?? null, hasNextPage: rows.length > first };
}

export const countMatters = (db: Db, filter: MatterFilter): Promise<number> =>
  db.matter.count({ where: narrowed(filter) });

const narrowed = ({ regionId, departmentId, tag, list, text }: MatterFilter): Prisma.MatterWhereInput => ({
  regionId: regionId ?? undefined,
  departmentId: departmentId ?? undefined,
  tags: tag ? { has: tag } : undefined,
  lists: list ? { has: list } : undefined,
  OR: text?.trim() ? matching(text.trim()) : undefined,
});

const matching = (text: string): Prisma.MatterWhereInput[] => [
  { name: { contains: text, mode: "insensitive" } },
  { nameEn: { contains: text, mode: "insensitive" } },
  { basicCode: { startsWith: text } },
  { handlingItemCode: { startsWith: text } },
];
