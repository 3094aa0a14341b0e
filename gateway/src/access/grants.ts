import type { Caller } from "@yimen/kernel/caller";
import type { Policies } from "./policies.js";

/** What a caller holds, as far as the graph's requirements ask. */
export interface Grants {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly policies: ReadonlySet<string>;
  /** The same for callers who hold the same. */
  readonly key: string;
}

/** Names that the requirements of a graph mention; whatever else a token holds makes no difference. */
export interface Mentioned {
  readonly scopes: readonly string[];
  readonly policies: readonly string[];
}

/** Works out what callers hold; once per caller object. */
export function grantsFor(mentioned: Mentioned, policies: Policies): (caller: Caller) => Grants {
  const known = new WeakMap<Caller, Grants>();
  return (caller) => {
    const grants = known.get(caller) ?? grantsOf(caller, mentioned, policies);
    known.set(caller, grants);
    return grants;
  };
}

function grantsOf(caller: Caller, mentioned: Mentioned, policies: Policies): Grants {
  const authenticated = caller.kind !== "ANONYMOUS";
  const scopes = mentioned.scopes.filter((scope) => caller.scopes.includes(scope));
  const held = mentioned.policies.filter((policy) => policies.holds(policy, caller));
  const key = JSON.stringify([authenticated, scopes, held]);
  return { authenticated, scopes: new Set(scopes), policies: new Set(held), key };
}
