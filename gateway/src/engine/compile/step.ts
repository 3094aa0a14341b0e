import type { SubgraphOperation } from "../subgraphClient.js";
import type { ContextSelection } from "./contextSelection.js";
import type { ContextValue } from "./contextValues.js";
import type { Place } from "./places.js";
import type { Representation } from "./representation.js";
import type { Rewrite } from "./rewrites.js";

/** One fetch of a plan. Indexes are places in the list of steps. */
export interface Step extends PlannedStep {
  readonly place: Place;
}

/** A step as the plan's tree gives it. */
export interface PlannedStep {
  readonly index: number;
  readonly subgraph: string;
  /** Where in the answer its data belongs: response keys, `@` for a list's elements, filters by type. */
  readonly path: readonly string[];
  readonly operation: SubgraphOperation;
  /** The client's variables that it uses. */
  readonly variableNames: readonly string[];
  /** Response keys it brings to each object at `path`. */
  readonly keys: ReadonlySet<string>;
  /** Steps that must end before it starts. */
  readonly dependencies: ReadonlySet<number>;
  readonly outputRewrites: Rewrite | undefined;
  /** Names of the subgraph's answer that the client knows by other names. */
  readonly renamedKeys: ReadonlyMap<string, string>;
  /** Present when it completes entities; otherwise it asks at the root. */
  readonly entities: EntityPart | undefined;
  /** The planner's id, by which deferred parts say what they wait for. */
  readonly id: string | undefined;
}

export interface EntityPart {
  readonly representation: Representation;
  readonly channel: Channel;
  /** Whether a type is an interface or a union. */
  readonly isAbstract: (type: string) => boolean;
  /** Present when its fields take values from objects above. */
  readonly contexts: ContextPart | undefined;
}

export interface ContextPart {
  /** What is taken, in the order of the channel's variables for it. */
  readonly values: readonly ContextValue[];
  /** The response keys that cannot be had without. */
  readonly keys: ReadonlySet<string>;
  /** Asks for the rest, where a value is missing. */
  readonly bare: Channel | undefined;
}

/**
 * One selection of entities of one subgraph. Steps at different paths often ask the same of the same entities; they
 * share the channel, and an entity is asked for once.
 */
export interface Channel {
  readonly index: number;
  readonly subgraph: string;
  readonly selection: string;
  /** The definitions of the client's variables that it uses, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Present when it takes values from contexts. */
  readonly contexts: ContextSelection | undefined;
  /** How many steps use it. */
  users: number;
}
