import {
  type DocumentNode,
  type FieldNode,
  Kind,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

/** `__typename`, as a selection. */
export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * The document's text for the planner: where all that is selected of an object may be left out by a condition, its
 * `__typename` is asked for too. Otherwise the planner leaves out the object with its fields, and we could not tell
 * an empty object from null (§6.3.2 of the specification: `{ user { name @skip(if: true) } }` is `{ user: {} }`).
 */
export function withTypenames(document: DocumentNode, source: string): string {
  if (!/@(skip|include)/.test(source)) return source;
  const fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one.selectionSet]),
  );

  const mayBeEmpty = ({ selections }: SelectionSetNode): boolean => selections.every(mayBeLeftOut);
  const mayBeLeftOut = (selection: SelectionNode): boolean => {
    if (selection.directives?.some(({ name }) => name.value === "skip" || name.value === "include")) return true;
    if (selection.kind === Kind.FIELD) return false;
    const inner =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value);
    return inner === undefined || mayBeEmpty(inner);
  };

  const changed = visit(document, {
    Field: {
      leave(field) {
        if (!field.selectionSet || !mayBeEmpty(field.selectionSet)) return undefined;
        return {
          ...field,
          selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, TYPENAME] },
        };
      },
    },
  });
  return changed === document ? source : print(changed);
}
