import { type FieldNode, Kind, type SelectionSetNode } from "graphql";

/** Names under which the fields of a planned selection arrive, of those that are wanted. */
export function topKeys(
  { selections }: SelectionSetNode,
  isWanted: (field: FieldNode) => boolean = () => true,
): string[] {
  const keys = selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return isWanted(selection) ? [(selection.alias ?? selection.name).value] : [];
    return selection.kind === Kind.INLINE_FRAGMENT ? topKeys(selection.selectionSet, isWanted) : [];
  });
  return [...new Set(keys)];
}
