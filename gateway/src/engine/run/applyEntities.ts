import { isJsonObject, type JsonObject } from "../json.js";
import type { SubgraphError } from "../subgraphClient.js";
import type { Collected } from "./collect.js";
import type { Ask } from "./fetchEntities.js";
import { mergeInto } from "./merge.js";
import type { RunState } from "./runState.js";

/** Merges fetched entities, and those known from before, into every object that stands for them. */
export function applyEntities<C>(
  run: RunState<C>,
  ask: Ask,
  answer: readonly unknown[],
  errors?: readonly SubgraphError[],
): void {
  const shared = ask.channel.users > 1;
  const known = run.known?.get(ask.channel);
  const prepared = new Set<JsonObject>();
  for (const { step, targets, texts } of ask.collected) {
    const copy = shared || step.place.apart;
    for (let at = 0; at < targets.length; at++) {
      const text = texts[at] as string;
      const index = ask.texts.get(text);
      const entity = index === undefined ? known?.get(ask.given + text) : answer[index];
      if (!isJsonObject(entity)) continue;
      const target = targets[at] as JsonObject;
      if (index !== undefined && !prepared.has(entity)) {
        prepared.add(entity);
        prepare(step, entity, target);
      }
      mergeInto(target, entity, copy);
    }
  }
  for (const { step } of ask.collected) run.objects.changed(step.place);
  if (shared && run.known && !errors?.length) remember(run.known, ask, answer);
}

/** Once per entity: the planner's renaming, and the name of its type where the subgraph was not asked for it. */
function prepare({ outputRewrites, entities }: Collected["step"], entity: JsonObject, target: JsonObject): void {
  entity.__typename ??= target.__typename;
  outputRewrites?.(entity);
  // To a subgraph with an @interfaceObject the entity is of the interface; we know better.
  if (typeof entity.__typename === "string" && entities.isAbstract(entity.__typename)) entity.__typename = undefined;
}

function remember(
  known: NonNullable<RunState<unknown>["known"]>,
  { channel, given, texts }: Ask,
  answer: readonly unknown[],
): void {
  const entities = known.get(channel) ?? new Map<string, JsonObject | null>();
  known.set(channel, entities);
  for (const [text, index] of texts) {
    const entity = answer[index];
    if (isJsonObject(entity) || entity === null) entities.set(given + text, entity);
  }
}
