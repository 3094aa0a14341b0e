/** What the planner's thread is started with. */
export interface PlannerData {
  readonly supergraphSdl: string;
}

/** Asks for one operation's plan. */
export interface PlanRequest {
  readonly id: number;
  readonly source: string;
  readonly operationName: string | undefined;
  /** Whether deferred parts are planned as such, or as if `@defer` were not there. */
  readonly defer: boolean;
}

export type PlannerMessage =
  | { readonly kind: "ready"; readonly graph: GraphFacts }
  | { readonly kind: "planned"; readonly id: number; readonly plan: string }
  | { readonly kind: "failed"; readonly id: number | undefined; readonly message: string };

/** What execution needs to know of the supergraph; reading it is heavy, hence done off the main thread. */
export interface GraphFacts {
  /** The API schema, with the definition of `@defer`. */
  readonly apiSdl: string;
  /** Every abstract type's subtypes in the supergraph, inaccessible ones included. */
  readonly subtypes: Readonly<Record<string, readonly string[]>>;
  /** By enum, the values that are inaccessible: subgraphs know them, clients do not. */
  readonly hiddenValues: Readonly<Record<string, readonly string[]>>;
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
}
