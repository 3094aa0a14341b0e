import type { FetchNode, QueryPlan } from "@apollo/query-planner";
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  doTypesOverlap,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isCompositeType,
  Kind,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  type UnionTypeDefinitionNode,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { checkWays } from "./contextWays.ts";
import { fetchesOf, type PlacedFetch } from "./planFetches.ts";
import { argument, namedType, parseSelection } from "./standIns.ts";

/** What the planner calls the variables that take values from contexts. */
const VARIABLE = /^contextualArgument_\d+_\d+$/;

/**
 * What fields take from objects above them (`@fromContext`). The planner asks for these values by their fields' own
 * names and does not always see what gets in their way, so operations and plans are looked through.
 */
export class Contexts {
  /** By type, the fields that contexts take. */
  readonly #taken = new Map<string, Set<string>>();
  readonly #takers = new Map<string, ReadonlySet<string>[]>();

  /** Whether an argument that is taken from a context may not be null. */
  readonly areDemanded: boolean;

  /** @throws when a context takes a field with arguments */
  constructor({ definitions }: DocumentNode) {
    const types = definitions.filter(isTypeWithContext);
    const fields = types.flatMap((type) =>
      type.kind === Kind.UNION_TYPE_DEFINITION
        ? []
        : (type.fields ?? []).map((field) => ({ type: type.name.value, field })),
    );
    const fieldTypes = new Map(fields.map(({ type, field }) => [`${type}.${field.name.value}`, namedType(field.type)]));
    const take = ({ selections }: SelectionSetNode, type: string): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
        if (selection.kind === Kind.INLINE_FRAGMENT) {
          take(selection.selectionSet, selection.typeCondition?.name.value ?? type);
          continue;
        }
        const { name, arguments: given, selectionSet } = selection;
        if (given?.length)
          throw new Error(`A context takes ${type}.${name.value} with arguments, which is not supported.`);
        this.#taken.set(type, (this.#taken.get(type) ?? new Set()).add(name.value));
        if (selectionSet) take(selectionSet, fieldTypes.get(`${type}.${name.value}`) ?? "");
      }
    };
    const wanted = fields.flatMap(({ type, field }) =>
      (field.directives ?? [])
        .flatMap(contextArguments)
        .map((one) => ({ ...one, taker: `${type}.${field.name.value}` })),
    );
    this.areDemanded = wanted.some(({ type }) => type.includes("!"));
    for (const { context, selection, taker } of wanted) {
      const givers = types.filter((type) => gives(type, context)).map(({ name }) => name.value);
      for (const type of givers) take(parseSelection(withoutBraces(selection)), type);
      this.#takers.set(taker, [...(this.#takers.get(taker) ?? []), new Set(givers)]);
    }
  }

  get any(): boolean {
    return this.#taken.size > 0;
  }

  /**
   * Whether the plan takes values from contexts.
   *
   * @param asked  what it is a plan for, which must not give the names of these values to other things
   * @throws when the values cannot be had as the plan would have them
   */
  areUsedBy(plan: QueryPlan, asked: DocumentNode, api: GraphQLSchema): boolean {
    if (!this.any) return false;
    const fetches = fetchesOf(plan);
    if (!fetches.some(({ fetch }) => fetch.variableUsages?.some((name) => VARIABLE.test(name)))) return false;
    this.#checkNames(asked, api);
    checkWays(asked, api, this.#takers);
    const isQuery = fetches.every(({ fetch }) => fetch.operationKind === "query");
    for (const one of fetches) checkSources(one, isQuery);
    return true;
  }

  #checkNames(document: DocumentNode, api: GraphQLSchema): void {
    const types = new TypeInfo(api);
    visit(
      document,
      visitWithTypeInfo(types, {
        VariableDefinition: ({ variable }) => {
          if (VARIABLE.test(variable.name.value))
            throw new Error(`The variable $${variable.name.value} needs another name.`);
        },
        Field: ({ alias, name, arguments: given }) => {
          const parent = types.getParentType();
          const key = (alias ?? name).value;
          if ((key === name.value && !given?.length) || !parent) return;
          for (const [type, names] of this.#taken) {
            const holder = api.getType(type);
            if (names.has(key) && isCompositeType(holder) && doTypesOverlap(api, parent, holder))
              throw new Error(`"${key}" needs another alias: other fields take ${type}.${key} from their context.`);
          }
        },
      }),
    );
  }
}

type TypeWithContext = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode | UnionTypeDefinitionNode;

const isTypeWithContext = (one: DefinitionNode): one is TypeWithContext =>
  one.kind === Kind.OBJECT_TYPE_DEFINITION ||
  one.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  one.kind === Kind.UNION_TYPE_DEFINITION;

/** Whether objects of the type are what a context's values are taken from. */
const gives = ({ directives = [] }: TypeWithContext, context: string): boolean =>
  directives.some((directive) => {
    const name = directive.name.value === "context" && argument(directive, "name")?.value;
    return name && name.kind === Kind.STRING && name.value === context;
  });

/** What a `join__field` says of arguments that are taken from contexts. */
function contextArguments(directive: ConstDirectiveNode): { context: string; selection: string; type: string }[] {
  const given = directive.name.value === "join__field" ? argument(directive, "contextArguments")?.value : undefined;
  if (given?.kind !== Kind.LIST) return [];
  return given.values.flatMap((one) => {
    if (one.kind !== Kind.OBJECT) return [];
    const text = (name: string) => {
      const value = one.fields.find((field) => field.name.value === name)?.value;
      return value?.kind === Kind.STRING ? value.value : "";
    };
    return [{ context: text("context"), selection: text("selection"), type: text("type") }];
  });
}

const withoutBraces = (selection: string): string => {
  const bare = selection.trim();
  return bare.startsWith("{") ? bare.slice(1, -1) : bare;
};

/** @throws when the plan does not say where a value is, or asks for it at a root where that has effects */
function checkSources({ fetch, path }: PlacedFetch, isQuery: boolean): void {
  const fields = path.filter((segment) => segment !== "" && !segment.startsWith("@")).length;
  for (const name of (fetch.variableUsages ?? []).filter((one) => VARIABLE.test(one))) {
    const ways = (fetch.contextRewrites ?? []).filter(({ renameKeyTo }) => renameKeyTo === name).map((one) => one.path);
    if (ways.length === 0) throw new Error("The planner does not say where a context's value is.");
    // The fetch's own objects give it to what is below them; they themselves would need another one.
    if (ways.some(([first]) => first !== "..") && isTakenAtOnce(fetch, name))
      throw new Error("The planner mixes up two values of one context.");
    if (!isQuery && ways.some((way) => way.filter((one) => one === "..").length >= fields))
      throw new Error("A context takes a field of the root that the operation does not ask for.");
  }
}

/** Whether a field of the entities themselves takes the variable, and not only one of an object below. */
function isTakenAtOnce({ operation }: FetchNode, name: string): boolean {
  const [definition] = parse(operation, { noLocation: true }).definitions as [OperationDefinitionNode];
  const takes = ({ selections }: SelectionSetNode): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return takes(selection.selectionSet);
      return selection.kind === Kind.FIELD && selection.arguments?.some(({ value }) => print(value) === `$${name}`);
    });
  return definition.selectionSet.selections.some(
    (entities) => entities.kind === Kind.FIELD && entities.selectionSet && takes(entities.selectionSet),
  );
}
