import type { Clock } from "@yimen/kernel/clock";
import { type DocumentNode, type FieldNode, getOperationAST, valueFromASTUntyped } from "graphql";
import { typesIn } from "../access/supergraphTypes.js";
import type { Engine, ExecutionOutcome, ExecutionRequest, RefusedOutcome } from "../engine/engine.js";
import type { RequestContext } from "../requestContext.js";
import { stringArgument } from "../supergraph/stringArgument.js";
import { Attempts } from "./attempts.js";
import type { Limits } from "./limits.js";
import { rootFieldsOf } from "./rootFields.js";

type Request = ExecutionRequest<RequestContext>;

/** One trial of a secret: where its answer stands, and what it is counted under. */
interface Trial {
  readonly responseKey: string;
  readonly keys: readonly (readonly [key: string, limit: number])[];
}

const WINDOW = 10 * 60_000; // 10 minutes

/** Counts trials; one for all engines that answer about the same secrets. */
export const attemptsToGuess = (clock: Clock): Attempts => new Attempts(clock, WINDOW);

/**
 * An engine that lets nobody try out secrets: of a root field with `@guessable(by:)`, only so many trials are answered
 * for each value of that argument (`id`, or `input.id`), whoever tries, and for each client, whatever it tries. Aliases count one by one; a
 * trial that found something is given back, so that whoever knows the secret may ask again and again.
 */
export function withoutGuessing(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  { guessesPerValue, guessesPerClient }: Limits,
  clock: Clock,
  attempts = attemptsToGuess(clock),
): Engine<RequestContext> {
  const guessable = guessableFields(supergraph);
  if (guessable.size === 0) return engine;

  const trialsIn = ({ prepared, operationName, variables, context }: Request): readonly Trial[] => {
    if (prepared.errors || ![...guessable.keys()].some((name) => prepared.source.includes(name))) return [];
    const operation = getOperationAST(prepared.document, operationName);
    if (!operation) return [];
    const client = context.session.caller.subject ?? context.address ?? "unknown";
    return rootFieldsOf(prepared.document, operation).flatMap((field) => {
      const by = guessable.get(field.name.value);
      if (by === undefined) return [];
      const value = triedValue(field, by, variables ?? {});
      return {
        responseKey: (field.alias ?? field.name).value,
        keys: [
          [`value ${field.name.value} ${value}`, guessesPerValue],
          [`client ${client}`, guessesPerClient],
        ],
      };
    });
  };

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    async execute(request) {
      const trials = trialsIn(request);
      if (trials.length === 0) return engine.execute(request);
      const waits = trials.flatMap(({ keys }) => keys.map(([key, limit]) => attempts.take(key, limit) ?? 0));
      const wait = Math.max(...waits);
      if (wait > 0) return tooMany(wait);
      const outcome = await engine.execute(request);
      for (const { keys } of found(trials, outcome)) for (const [key] of keys) attempts.giveBack(key);
      return outcome;
    },
    subscribe: (request) => engine.subscribe(request),
    warm: (sources) => engine.warm(sources),
    hotDocuments: (limit) => engine.hotDocuments(limit),
    close: () => engine.close(),
  };
}

/** Names of guessable root fields, with the argument that says what is guessed at. */
function guessableFields(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const fields = ["Query", "Mutation"].flatMap((root) => typesIn(supergraph).get(root)?.fields ?? []);
  return new Map(
    fields.flatMap(({ name, directives = [] }) => {
      const declared = directives.find((directive) => directive.name.value === "guessable");
      const by = declared && stringArgument(declared, "by");
      return by === undefined ? [] : [[name.value, by] as const];
    }),
  );
}

function triedValue(
  { arguments: given = [] }: FieldNode,
  by: string,
  variables: Readonly<Record<string, unknown>>,
): string {
  const [argument, ...path] = by.split(".");
  const node = given.find(({ name }) => name.value === argument)?.value;
  const whole: unknown = node && valueFromASTUntyped(node, { ...variables });
  const value = path.reduce((inner, key) => (inner as Readonly<Record<string, unknown>> | null)?.[key], whole);
  return String(value).trim().toUpperCase();
}

function found(trials: readonly Trial[], outcome: ExecutionOutcome): readonly Trial[] {
  if (outcome.kind !== "single") return [];
  const { data } = JSON.parse(outcome.body) as { data?: Record<string, unknown> | null };
  return trials.filter(({ responseKey }) => (data?.[responseKey] ?? null) !== null);
}

function tooMany(wait: number): RefusedOutcome {
  const retryAfter = Math.ceil(wait / 1_000); // seconds
  const message = "尝试次数过多,请稍后再试。 Too many attempts; try again later.";
  return { kind: "refused", errors: [{ message, extensions: { code: "TOO_MANY_ATTEMPTS", retryAfter } }] };
}
