import {
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";

const isDefer = ({ name }: DirectiveNode): boolean => name.value === "defer";

/** What tells a `@defer` from all others of its document: where it stands. Taking fields out of a document keeps it. */
const placeOf = ({ loc }: DirectiveNode): string => `@${loc?.start}`;

/**
 * The document with a label of its own for every `@defer`, by which the planner's parts are found again. A fragment that
 * defers is written out wherever it is spread, for the planner takes two parts with one label for one.
 */
export function withOwnLabels(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions
      .filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
      .map((one) => [one.name.value, one] as const),
  );
  const deferring = new Map<string, boolean>();
  const defers = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (deferOf(selection) !== undefined) return true;
      if (selection.kind !== Kind.FRAGMENT_SPREAD)
        return selection.selectionSet !== undefined && defers(selection.selectionSet);
      const { value: name } = selection.name;
      const fragment = fragments.get(name);
      const known = deferring.get(name) ?? (fragment !== undefined && defers(fragment.selectionSet));
      deferring.set(name, known);
      return known;
    });
  let labels = 0;
  const labelled = (directives: readonly DirectiveNode[] = []): DirectiveNode[] =>
    directives.map((one) => (isDefer(one) ? withLabel(one, `${placeOf(one)}#${++labels}`) : one));
  const written = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((selection): SelectionNode => {
      const directives = labelled(selection.directives);
      if (selection.kind !== Kind.FRAGMENT_SPREAD)
        return {
          ...selection,
          directives,
          ...(selection.selectionSet && { selectionSet: written(selection.selectionSet) }),
        };
      const fragment = fragments.get(selection.name.value);
      if (!fragment || !defers(fragment.selectionSet)) return { ...selection, directives };
      const { typeCondition, selectionSet } = fragment;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: written(selectionSet) };
    }),
  });
  const definitions = document.definitions.flatMap((one): DefinitionNode[] => {
    if (one.kind === Kind.OPERATION_DEFINITION) return [{ ...one, selectionSet: written(one.selectionSet) }];
    return one.kind === Kind.FRAGMENT_DEFINITION && defers(one.selectionSet) ? [] : [one];
  });
  return { ...document, definitions };
}

/** The place of the `@defer` that a label of our own was given to. */
export const placeLabelled = (label: string | undefined): string => label?.split("#")[0] ?? "";

function withLabel(directive: DirectiveNode, label: string): DirectiveNode {
  const others = directive.arguments?.filter(({ name }) => name.value !== "label") ?? [];
  const name = { kind: Kind.NAME as const, value: "label" };
  const value = { kind: Kind.STRING as const, value: label };
  return { ...directive, arguments: [...others, { kind: Kind.ARGUMENT as const, name, value }] };
}

/** The place of the `@defer` at a selection, if there is one. */
export function deferOf({ directives }: SelectionNode): string | undefined {
  const defer = directives?.find(isDefer);
  return defer && placeOf(defer);
}

/** The label that the client gave. */
export function labelOf({ directives }: SelectionNode): string | undefined {
  const label = directives?.find(isDefer)?.arguments?.find(({ name }) => name.value === "label");
  return label?.value.kind === Kind.STRING ? label.value.value : undefined;
}

/** The fragments deferred at `place` among these selections, under the conditions they stand under, not deferred any more. */
export function fragmentsDeferredAt(
  place: string,
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return [];
      const directives = selection.directives?.filter((directive) => !isDefer(directive));
      if (deferOf(selection) === place) return [{ ...selection, directives }];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const found = fragment ? fragmentsDeferredAt(place, [fragment.selectionSet], fragments) : [];
      if (!fragment || found.length === 0) return [];
      const { typeCondition } = fragment;
      const selectionSet = { kind: Kind.SELECTION_SET as const, selections: found };
      return [{ kind: Kind.INLINE_FRAGMENT, ...(typeCondition && { typeCondition }), directives, selectionSet }];
    }),
  );
}

/** Whether a fragment of these selections themselves is deferred, and not only one of an object below. */
export function defersAtOnce(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return false;
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const isDeferred = deferOf(selection) !== undefined;
    return isDeferred || (fragment !== undefined && defersAtOnce(fragment.selectionSet, fragments));
  });
}

/** The labels that clients gave, by the places of their `@defer`s. */
export function labelsIn(document: DocumentNode): ReadonlyMap<string, string | undefined> {
  const labels = new Map<string, string | undefined>();
  const note = (selection: SelectionNode) => {
    const place = deferOf(selection);
    if (place !== undefined) labels.set(place, labelOf(selection));
  };
  visit(document, { InlineFragment: note, FragmentSpread: note });
  return labels;
}
