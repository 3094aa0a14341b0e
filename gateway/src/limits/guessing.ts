import type { Clock } from "@yimen/kernel/clock";
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  type OperationDefinitionNode,
  valueFromASTUntyped,
} from "graphql";
import type { Logger } from "pino";
import { typesIn } from "../access/supergraphTypes.js";
import type { Engine, ExecutionOutcome, ExecutionRequest, RefusedOutcome } from "../engine/engine.js";
import { Refusal } from "../operation/refusal.js";
import type { RequestContext } from "../requestContext.js";
import { stringArgument } from "../supergraph/stringArgument.js";
import type { Attempts, Counted } from "./attempts.js";
import type { Limits } from "./limits.js";
import { rootFieldsOf } from "./rootFields.js";

type Request = ExecutionRequest<RequestContext>;

/** One trial of a secret: where its answer stands, and what it is counted under. */
interface Trial {
  readonly responseKey: string;
  readonly counted: readonly Counted[];
}

export interface GuessingSettings {
  readonly limits: Pick<Limits, "guessesPerValue" | "guessesPerClient">;
  /** Counts trials; one for all engines that answer about the same secrets. */
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * An engine that lets nobody try out secrets: of a root field with `@guessable(by:)`, only so many trials are answered
 * for each value of that argument (`id`, or `input.id`), whoever tries, and for each client, whatever it tries. Aliases
 * count one by one; a trial that found something is given back, so that whoever knows the secret may ask again and again.
 * What cannot be counted is not answered.
 */
export function withoutGuessing(
  engine: Engine<RequestContext>,
  supergraph: DocumentNode,
  { limits: { guessesPerValue, guessesPerClient }, attempts, clock, log }: GuessingSettings,
): Engine<RequestContext> {
  const guessable = guessableFields(supergraph);
  if (guessable.size === 0) return engine;

  const trialsIn = ({ prepared, operationName, variables, context }: Request): readonly Trial[] => {
    if (prepared.errors || ![...guessable.keys()].some((name) => prepared.source.includes(name))) return [];
    const operation = getOperationAST(prepared.document, operationName);
    if (!operation) return [];
    const { kind, subject } = context.session.caller;
    const client = subject === null ? `at ${context.address}` : `${kind} ${subject}`;
    const given = { ...defaultsOf(operation), ...variables };
    return rootFieldsOf(prepared.document, operation).flatMap((field) => {
      const by = guessable.get(field.name.value);
      if (by === undefined) return [];
      const value = triedValue(field, by, given);
      return {
        responseKey: (field.alias ?? field.name).value,
        counted: [
          { key: `value ${field.name.value} ${value}`, limit: guessesPerValue },
          { key: `client ${client}`, limit: guessesPerClient },
        ],
      };
    });
  };

  const count = (trials: readonly Trial[], requestId: string) =>
    attempts
      .take(
        trials.flatMap(({ counted }) => counted),
        clock(),
      )
      .catch((problem) => {
        log.error({ err: problem, requestId }, "attempts cannot be counted");
        throw new Refusal(503, "ATTEMPTS_UNAVAILABLE", "暂时无法核验,请稍后再试。 This cannot be checked now.", {
          "retry-after": "5",
        });
      });

  /** One that stays counted by mistake costs its client a trial, and is no reason to withhold the answer. */
  const giveBack = (trials: readonly Trial[], requestId: string) =>
    attempts
      .giveBack(trials.flatMap(({ counted }) => counted.map(({ key }) => key)))
      .catch((problem) => log.warn({ err: problem, requestId }, "an attempt that was none stays counted"));

  return {
    schema: engine.schema,
    subgraphs: engine.subgraphs,
    prepare: (source) => engine.prepare(source),
    async execute(request) {
      const trials = trialsIn(request);
      if (trials.length === 0) return engine.execute(request);
      const { requestId } = request.context;
      const wait = await count(trials, requestId);
      if (wait > 0) return tooMany(wait);
      const outcome = await engine.execute(request);
      const right = found(trials, outcome);
      if (right.length > 0) await giveBack(right, requestId);
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

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

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
