import { type DocumentNode, Kind, type SelectionSetNode, visit } from "graphql";

/**
 * How often one selection names the same field, or spreads fragments, at most. Whether fields of one name can be merged is
 * validated pair by pair, so that the time this takes grows with the square.
 */
export function repetitionIn(document: DocumentNode): number {
  let most = 0;
  visit(document, {
    SelectionSet(set, _, parent) {
      const isInline = parent !== undefined && "kind" in parent && parent.kind === Kind.INLINE_FRAGMENT;
      if (!isInline) most = Math.max(most, ...named(set, new Map()).values());
    },
  });
  return most;
}

/** Counts by response key; inline fragments belong to the selection they stand in. */
function named({ selections }: SelectionSetNode, counts: Map<string, number>): Map<string, number> {
  for (const selection of selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) named(selection.selectionSet, counts);
    else {
      const key = selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : "...";
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

export const fragmentsIn = ({ definitions }: DocumentNode): number =>
  definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length;
