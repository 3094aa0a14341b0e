import { type DirectiveNode, valueFromASTUntyped } from "graphql";
import { namedType, type SupergraphType } from "../../access/supergraphTypes.js";

/** How many elements a list field may bring, as `@listSize` says it. */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** Arguments that say how many are wanted. */
  readonly slicingArguments: readonly string[];
  /** Fields of the returned object that are the list, as in a connection; without them the field itself is. */
  readonly sizedFields: readonly string[];
}

/** What a graph says of the cost of its fields, by coordinate. */
export interface CostRules {
  readonly weights: ReadonlyMap<string, number>;
  readonly lists: ReadonlyMap<string, ListSize>;
}

/** Reads `@cost` (of a field, or else of the type it returns) and `@listSize` off a supergraph. */
export function costRules(types: ReadonlyMap<string, SupergraphType>): CostRules {
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  for (const type of types.values()) {
    for (const { name, type: returned, directives = [] } of type.fields) {
      const coordinate = `${type.name}.${name.value}`;
      const weight = argumentOf(directives, "cost", "weight") ?? weightOf(types.get(namedType(returned)));
      if (typeof weight === "number") weights.set(coordinate, Math.max(0, weight));
      if (directives.some((one) => one.name.value === "listSize")) lists.set(coordinate, listSizeIn(directives));
    }
  }
  return { weights, lists };
}

const weightOf = (type: SupergraphType | undefined) => type && argumentOf(type.directives, "cost", "weight");

function listSizeIn(directives: readonly DirectiveNode[]): ListSize {
  const assumed = argumentOf(directives, "listSize", "assumedSize");
  return {
    assumedSize: typeof assumed === "number" ? assumed : undefined,
    slicingArguments: names(argumentOf(directives, "listSize", "slicingArguments")),
    sizedFields: names(argumentOf(directives, "listSize", "sizedFields")),
  };
}

const names = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

function argumentOf(directives: readonly DirectiveNode[], directive: string, argument: string): unknown {
  const given = directives.find(({ name }) => name.value === directive)?.arguments;
  const node = given?.find(({ name }) => name.value === argument)?.value;
  return node && valueFromASTUntyped(node);
}
