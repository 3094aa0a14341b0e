import type { Step } from "../compile/step.js";
import { isJsonObject } from "../json.js";
import type { SubgraphResponse } from "../subgraphClient.js";
import { nothingAnswered } from "./badAnswer.js";
import { locate } from "./entityPath.js";
import { mergeInto } from "./merge.js";
import { variablesText } from "./requestVariables.js";
import type { RunState } from "./runState.js";

/** Runs a step that starts at a subgraph's root. */
export async function fetchRoot<C>(run: RunState<C>, step: Step): Promise<void> {
  const request = { operation: step.operation, variables: variablesText(step.variableNames, run.variables) };
  const response = await run.client.fetch(step.subgraph, request, run.context, run.signal);
  takeRoot(run, step, response);
}

/** Puts a root operation's answer, or a subscription's event, into the data. */
export function takeRoot<C>(run: RunState<C>, step: Step, response: SubgraphResponse): void {
  const { data, errors } = response;
  run.texts.arePlain &&= response.isPlain === true;
  const targets = run.objects.at(step.place);
  const useful = isJsonObject(data);
  for (const error of errors ?? []) {
    if (!error.path?.length) run.problems.addFault(error, step.subgraph, step.keys, targets);
    else attach(run, step, error, error.path);
  }
  if (useful) {
    step.outputRewrites?.(data);
    const copy = targets.length > 1;
    for (const target of targets) mergeInto(target, data, copy);
    run.objects.changed(step.place);
  } else if (!errors?.length) {
    run.problems.addFault(nothingAnswered(), step.subgraph, step.keys, targets);
  }
}

function attach<C>(
  run: RunState<C>,
  step: Step,
  error: NonNullable<SubgraphResponse["errors"]>[number],
  path: readonly (string | number)[],
): void {
  const rest = path.map((key) => step.renamedKeys.get(String(key)) ?? key);
  locate(run.data, step.path, (_, at) => run.problems.add(error, step.subgraph, [...at, ...rest]));
}
