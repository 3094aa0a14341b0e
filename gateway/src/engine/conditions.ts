import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  visit,
} from "graphql";

const CONDITIONAL = new Set(["skip", "include", "defer"]);

/** Names of the Boolean variables that decide which parts of a document stand. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const variable = CONDITIONAL.has(directive.name.value) ? ifArgument(directive) : undefined;
      if (variable?.kind === Kind.VARIABLE) names.add(variable.name.value);
    },
  });
  return [...names].sort();
}

const ifArgument = ({ arguments: given }: DirectiveNode) => given?.find(({ name }) => name.value === "if")?.value;

/** The values of an operation's condition variables in one request. */
export class Conditions {
  constructor(private readonly values: ReadonlyMap<string, boolean>) {}

  static from(names: readonly string[], variables: Readonly<Record<string, unknown>>): Conditions {
    return new Conditions(new Map(names.map((name) => [name, variables[name] === true])));
  }

  /** The same for requests whose conditions are alike. */
  get key(): string {
    return [...this.values.values()].map(Number).join("");
  }

  /** A variable that no condition of this operation knows does not hold. */
  holds(name: string): boolean {
    return this.values.get(name) ?? false;
  }

  /** Whether `@skip` and `@include` let the selection stand. */
  readonly stands = ({ directives }: SelectionNode): boolean =>
    (directives ?? []).every((directive) => {
      const { value: name } = directive.name;
      if (name !== "skip" && name !== "include") return true;
      return this.#value(directive) === (name === "include");
    });

  #value(directive: DirectiveNode): boolean {
    const condition = ifArgument(directive);
    if (condition?.kind === Kind.VARIABLE) return this.holds(condition.name.value);
    return condition?.kind === Kind.BOOLEAN && condition.value;
  }
}

/** The operation a request means, or why none is meant (§6.1.1 of the specification). */
export function selectOperation(
  document: DocumentNode,
  name: string | null | undefined,
): OperationDefinitionNode | string {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (name)
    return operations.find((operation) => operation.name?.value === name) ?? `Unknown operation named "${name}".`;
  const [first, ...more] = operations;
  if (!first) return "The document has no operation.";
  return more.length > 0 ? "Must provide operation name if query contains multiple operations." : first;
}
