import { readFileSync } from "node:fs";
import { type Caller, callerKinds } from "@yimen/kernel/caller";

/** The policies of a deployment: what `@policy` means by a name. */
export interface Policies {
  /** A policy that nobody has defined holds for nobody. */
  holds(policy: string, caller: Caller): boolean;
}

/** Callers that a policy holds for: of one of these kinds, with all of these scopes, each claim with one of its values. */
interface Policy {
  readonly kind?: readonly string[];
  readonly scopes?: readonly string[];
  readonly claims?: Readonly<Record<string, readonly string[]>>;
}

export const noPolicies: Policies = { holds: () => false };

/** Reads the file of policies; @throws Error that names the first policy that is wrong */
export const policiesFromFile = (file: string): Policies => readPolicies(readFileSync(file, "utf8"));

/**
 * Reads policies: `{ "staff": { "kind": ["STAFF"], "scopes": ["…"], "claims": { "role": ["…"] } } }`.
 *
 * @throws Error that names the first policy that is wrong
 */
export function readPolicies(text: string): Policies {
  const read: unknown = JSON.parse(text);
  if (!isMap(read)) throw new Error("Policies must be an object of policies by name.");
  const policies = new Map(Object.entries(read).map(([name, policy]) => [name, readPolicy(name, policy)]));
  return {
    holds(name, caller) {
      const policy = policies.get(name);
      return policy !== undefined && isMet(policy, caller);
    },
  };
}

const isMet = ({ kind, scopes = [], claims = {} }: Policy, caller: Caller): boolean =>
  (!kind || kind.includes(caller.kind)) &&
  scopes.every((scope) => caller.scopes.includes(scope)) &&
  Object.entries(claims).every(([claim, values]) => values.includes(caller.claims[claim] ?? ""));

function readPolicy(name: string, policy: unknown): Policy {
  const wrong = (what: string) => new Error(`Policy "${name}": ${what}.`);
  if (!isMap(policy)) throw wrong("must be an object");
  const { kind, scopes, claims, ...unknown } = policy;
  const [stray] = Object.keys(unknown);
  if (stray !== undefined) throw wrong(`"${stray}" is not known; kind, scopes and claims are`);
  const kinds: readonly string[] = callerKinds;
  if (kind !== undefined && !(areTexts(kind) && kind.every((one) => kinds.includes(one))))
    throw wrong(`kind must list some of ${callerKinds.join(", ")}`);
  if (scopes !== undefined && !areTexts(scopes)) throw wrong("scopes must be a list of names");
  if (claims !== undefined && !(isMap(claims) && Object.values(claims).every(areTexts)))
    throw wrong("claims must give a list of values for each claim");
  if (!kind && !scopes && !claims) throw wrong("says nothing, and would hold for everybody");
  return policy as Policy;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string" && one !== "");
