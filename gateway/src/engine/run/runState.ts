import type { Channel } from "../compile/step.js";
import type { FetchEnds } from "../defer/fetchEnds.js";
import type { JsonObject } from "../json.js";
import type { SubgraphClient } from "../subgraphClient.js";
import type { PlaceObjects } from "./placeObjects.js";
import type { Problems } from "./problems.js";

/** One request under way: what it was given, and what it has so far. */
export interface RunState<C> {
  readonly client: SubgraphClient<C>;
  readonly context: C;
  readonly signal: AbortSignal;
  /** Coerced values of the client's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What the answer is written from. */
  readonly data: JsonObject;
  readonly objects: PlaceObjects;
  readonly problems: Problems;
  /** Whether all texts in `data` can be written as they are. */
  readonly texts: { arePlain: boolean };
  /** Entities fetched before, by channel and by what was said of them. Absent in mutations, which may change them. */
  readonly known: Map<Channel, Map<string, JsonObject | null>> | undefined;
  /** Told of each fetch that has ended, where deferred parts wait for them. */
  readonly ends: FetchEnds | undefined;
}
