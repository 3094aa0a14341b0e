/** Which part of a list is wanted; `after` is the id of the last one seen. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

export interface Page<T> {
  readonly nodes: readonly T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const LARGEST = 100;

const sizeOf = ({ first }: PageRequest): number => Math.min(Math.max(first, 0), LARGEST);

/** The part as Prisma takes it: one row more than asked for tells whether there are more. */
export const window = (page: PageRequest) => ({
  take: sizeOf(page) + 1,
  ...(page.after && { cursor: { id: page.after }, skip: 1 }),
});

export function pageOf<T extends { readonly id: string }>(rows: readonly T[], page: PageRequest): Page<T> {
  const nodes = rows.slice(0, sizeOf(page));
  return { nodes, endCursor: nodes.at(-1)?.id ?? null, hasNextPage: rows.length > nodes.length };
}
