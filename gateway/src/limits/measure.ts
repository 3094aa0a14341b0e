import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** How large a selection is when every fragment is written out where it is spread. */
export interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Fields at its first level. */
  readonly width: number;
}

const nothing: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, width: 0 };

/**
 * Measures operations without writing fragments out: each fragment is measured once and its size counted at every
 * spread, so that the time taken grows with the text and not with what the text stands for.
 */
export function measurer(document: DocumentNode): (operation: OperationDefinitionNode) => Size {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured = new Map<string, Size>();

  const fragmentSize = (name: string): Size => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing); // a fragment that spreads itself is refused by validation
    const fragment = fragments.get(name);
    const size = fragment ? selectionSize(fragment.selectionSet) : nothing;
    measured.set(name, size);
    return size;
  };

  const selectionSize = ({ selections }: SelectionSetNode): Size =>
    selections.reduce((total, selection) => {
      const directives = selection.directives?.length ?? 0;
      if (selection.kind !== Kind.FIELD) {
        const size =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? fragmentSize(selection.name.value)
            : selectionSize(selection.selectionSet);
        return beside(total, { ...size, directives: size.directives + directives });
      }
      const below = selection.selectionSet ? selectionSize(selection.selectionSet) : nothing;
      return beside(total, {
        depth: below.depth + 1,
        fields: below.fields + 1,
        aliases: below.aliases + (selection.alias ? 1 : 0),
        directives: below.directives + directives,
        width: 1,
      });
    }, nothing);

  return (operation) => selectionSize(operation.selectionSet);
}

const beside = (one: Size, other: Size): Size => ({
  depth: Math.max(one.depth, other.depth),
  fields: one.fields + other.fields,
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  width: one.width + other.width,
});
