import {
  BREAK,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  type TypeNode,
  type VariableDefinitionNode,
  visit,
} from "graphql";
import { topKeys } from "./topKeys.js";

/** A selection of entities, some of whose fields take values from contexts. */
export interface ContextSelection {
  /** The variables for these values, as the planned operation calls them. */
  readonly variables: readonly { readonly name: string; readonly type: TypeNode }[];
  /** The selection with other names for the variables, in their order. */
  withNames(names: readonly string[]): string;
  /** The names under which these fields, or objects with such fields, arrive. */
  readonly keys: readonly string[];
  /** What is left without these fields, and the client's variables it uses; `undefined` when that is nothing. */
  readonly bare: { readonly selection: string; readonly variableNames: ReadonlySet<string> } | undefined;
}

export function readContextSelection(
  selectionSet: SelectionSetNode,
  definitions: readonly VariableDefinitionNode[],
): ContextSelection {
  const variables = definitions.map(({ variable, type }) => ({ name: variable.name.value, type }));
  const names = new Set(variables.map(({ name }) => name));
  const bare = withoutTakers(selectionSet, names);
  return {
    variables,
    withNames: (others) =>
      compact(renamed(selectionSet, new Map(variables.map(({ name }, at) => [name, others[at] ?? ""])))),
    keys: topKeys(selectionSet, (field) => contains(field, names)),
    bare: bare && { selection: compact(bare), variableNames: variablesIn(bare) },
  };
}

const compact = (set: SelectionSetNode): string => stripIgnoredCharacters(print(set));

const renamed = (set: SelectionSetNode, names: ReadonlyMap<string, string>): SelectionSetNode =>
  visit(set, {
    Variable(variable) {
      const value = names.get(variable.name.value);
      return value === undefined ? undefined : { ...variable, name: { ...variable.name, value } };
    },
  });

const takes = ({ arguments: given }: FieldNode, names: ReadonlySet<string>): boolean =>
  given?.some(({ value }) => value.kind === Kind.VARIABLE && names.has(value.name.value)) ?? false;

function contains(field: FieldNode, names: ReadonlySet<string>): boolean {
  let found = false;
  visit(field, {
    Field(inner) {
      found ||= takes(inner, names);
      return found ? BREAK : undefined;
    },
  });
  return found;
}

function withoutTakers(set: SelectionSetNode, names: ReadonlySet<string>): SelectionSetNode | undefined {
  let left = false;
  const bare: SelectionSetNode = visit(set, {
    Field: {
      leave(field) {
        if (takes(field, names) || field.selectionSet?.selections.length === 0) return null;
        left ||= field.name.value !== "__typename";
        return undefined;
      },
    },
    InlineFragment: { leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined) },
  });
  return left ? bare : undefined;
}

function variablesIn(set: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(set, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}
