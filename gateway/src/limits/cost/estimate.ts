import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import type { CostRules } from "./costRules.js";

type Variables = Readonly<Record<string, unknown>>;

/** What an operation may cost at most, as far as can be said before it runs. */
export interface Estimate {
  /** Objects it may bring, each counted with its weight. */
  readonly cost: number;
  /** The longest list that it asks for by an argument. */
  readonly longestList: number;
}

export interface EstimateOptions {
  readonly schema: GraphQLSchema;
  readonly rules: CostRules;
  /** Elements of a list of which nothing is said. */
  readonly assumedListSize: number;
}

/**
 * Estimates an operation: every object counts one, or the weight of its field; leaves count nothing unless they have a
 * weight; what is below a list counts once for each element the list may have. Conditions are taken to hold.
 */
export function estimate(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  { schema, rules, assumedListSize }: EstimateOptions,
): Estimate {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  let longestList = 0;

  const ofSelections = ({ selections }: SelectionSetNode, type: GraphQLCompositeType, sizes: Sizes): number =>
    selections.reduce((total, selection) => {
      if (selection.kind === Kind.FIELD) return total + ofField(selection, type, sizes);
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!inner) return total;
      const condition = inner.typeCondition && schema.getType(inner.typeCondition.name.value);
      return total + ofSelections(inner.selectionSet, isCompositeType(condition) ? condition : type, sizes);
    }, 0);

  const ofField = (node: FieldNode, parent: GraphQLCompositeType, sizes: Sizes): number => {
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (!field) return 0;
    const coordinate = `${parent.name}.${field.name}`;
    const type = getNamedType(field.type);
    const listed = rules.lists.get(coordinate);
    const sliced = listed && slice(node, field, listed.slicingArguments, variables);
    longestList = Math.max(longestList, sliced ?? 0);
    const size = listed && (sliced ?? listed.assumedSize ?? assumedListSize);
    const below = new Map(listed?.sizedFields.map((name) => [name, size ?? assumedListSize]));
    const own = rules.weights.get(coordinate) ?? (isCompositeType(type) ? 1 : 0);
    const inner = node.selectionSet && isCompositeType(type) ? ofSelections(node.selectionSet, type, below) : 0;
    if (!isListType(getNullableType(field.type))) return own + inner;
    return (own + inner) * (sizes.get(field.name) ?? size ?? assumedListSize);
  };

  const root = schema.getRootType(operation.operation);
  const cost = root ? ofSelections(operation.selectionSet, root, new Map()) : 0;
  return { cost, longestList };
}

/** Sizes of lists below, as the field above them says. */
type Sizes = ReadonlyMap<string, number>;

/** The largest of the slicing arguments that are given or have a default. */
function slice(
  { arguments: given = [] }: FieldNode,
  { args }: GraphQLField<unknown, unknown>,
  slicing: readonly string[],
  variables: Variables,
): number | undefined {
  const values = slicing.map((name) => {
    const node = given.find((argument) => argument.name.value === name)?.value;
    const value: unknown = node && valueFromASTUntyped(node, { ...variables });
    return value ?? args.find((argument) => argument.name === name)?.defaultValue;
  });
  const numbers = values.filter((value) => typeof value === "number" && value >= 0);
  return numbers.length > 0 ? Math.max(...(numbers as number[])) : undefined;
}
