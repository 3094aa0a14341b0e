import { discloseAnswer, type FormatError, writeAnswer } from "./answer.js";
import type { Step } from "./compile/step.js";
import type { Executable } from "./executable.js";
import { takeRoot } from "./run/fetchRoot.js";
import { variablesText } from "./run/requestVariables.js";
import { runSchedule } from "./run/runSchedule.js";
import type { RunState } from "./run/runState.js";
import type { SubgraphClient, SubgraphRequest, SubgraphResponse } from "./subgraphClient.js";
import type { Disclose } from "./view.js";

/**
 * One subscription: what is opened at its subgraph, and how an event becomes an answer. The two are apart, so that a
 * source may be shared, resumed or replaced without the answers noticing.
 */
export class Subscription<C> {
  constructor(
    private readonly executable: Executable,
    private readonly source: Step,
    /** A fresh run for each event: no data and no error of one event is seen by the next. */
    private readonly newRun: () => RunState<C>,
    private readonly waitMs: number,
    private readonly format: FormatError<C>,
    private readonly disclose?: Disclose,
  ) {}

  get subgraph(): string {
    return this.source.subgraph;
  }

  get request(): SubgraphRequest {
    return { operation: this.source.operation, variables: variablesText(this.source.variableNames, this.variables) };
  }

  get client(): SubgraphClient<C> {
    return this.newRun().client;
  }

  get context(): C {
    return this.newRun().context;
  }

  get variables(): Readonly<Record<string, unknown>> {
    return this.newRun().variables;
  }

  /**
   * Completes one event with the fields of other subgraphs and writes it.
   *
   * @param client  what other subgraphs are asked through, if not through the engine's own
   */
  async answer(event: SubgraphResponse, client: SubgraphClient<C> = this.client): Promise<string> {
    const run = { ...this.newRun(), client };
    takeRoot(run, this.source, event);
    await runSchedule(this.executable.schedule, run, this.waitMs);
    const { executable, format, disclose } = this;
    if (!disclose) return writeAnswer(executable, run, format).body;
    return (await discloseAnswer(executable, run, format, disclose)).body;
  }
}
