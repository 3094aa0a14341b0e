import { type OperationDefinitionNode, visit } from "graphql";
import type { Prepared } from "../../engine/engine.js";
import { type Estimate, type EstimateOptions, estimate } from "./estimate.js";

type Valid = Extract<Prepared, { document: object }>;
type Variables = Readonly<Record<string, unknown>>;

const KEPT = 100; // combinations of variables per operation

/** Estimates of one operation; once for each combination of the numbers that its lists may depend on. */
export class OperationCost {
  readonly #known = new Map<string, Estimate>();
  readonly #numbers: readonly string[];

  constructor(
    private readonly prepared: Valid,
    private readonly operation: OperationDefinitionNode,
    private readonly options: EstimateOptions,
  ) {
    this.#numbers = usedVariables(operation, prepared);
  }

  estimate(variables: Variables): Estimate {
    const key = this.#key(variables);
    const known = this.#known.get(key);
    if (known) return known;
    const made = estimate(this.prepared.document, this.operation, this.#withDefaults(variables), this.options);
    this.#keep(key, made);
    return made;
  }

  /** An answer turned out to cost more than was estimated: from now on it is known to. */
  learn(variables: Variables, actual: number): void {
    const before = this.estimate(variables);
    if (actual > before.cost) this.#keep(this.#key(variables), { ...before, cost: actual });
  }

  #keep(key: string, made: Estimate): void {
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(key, made);
  }

  #key(variables: Variables): string {
    if (this.#numbers.length === 0) return "";
    return JSON.stringify(this.#numbers.map((name) => (typeof variables[name] === "number" ? variables[name] : null)));
  }

  #withDefaults(variables: Variables): Variables {
    const defaults = (this.operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === "IntValue" ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
    );
    return { ...Object.fromEntries(defaults), ...variables };
  }
}

/** Names of the variables of type Int that a document uses: no other can say how long a list is. */
function usedVariables({ variableDefinitions = [] }: OperationDefinitionNode, { document }: Valid): readonly string[] {
  const numbers = new Set<string>();
  for (const { variable, type } of variableDefinitions)
    visit(type, { NamedType: ({ name }) => void (name.value === "Int" && numbers.add(variable.name.value)) });
  const used = new Set<string>();
  visit(document, {
    Argument: { enter: ({ value }) => void (value.kind === "Variable" && used.add(value.name.value)) },
  });
  return [...numbers].filter((name) => used.has(name));
}
