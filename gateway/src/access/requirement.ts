import { type DirectiveNode, valueFromASTUntyped } from "graphql";
import type { Grants } from "./grants.js";

/** Alternatives, each a list of names that must all be held: `[["a", "b"], ["c"]]` is a and b, or c. */
export type Alternatives = readonly (readonly string[])[];

/** What a caller must hold to see something: all of it. */
export interface Requirement {
  readonly authenticated: boolean;
  readonly scopes: readonly Alternatives[];
  readonly policies: readonly Alternatives[];
}

export const nothing: Requirement = { authenticated: false, scopes: [], policies: [] };

/** Reads `@authenticated`, `@requiresScopes` and `@policy` off a type or a field of a supergraph. */
export function requirementIn(directives: readonly DirectiveNode[] = []): Requirement {
  const alternatives = (directive: string, argument: string) =>
    directives.filter(({ name }) => name.value === directive).map((node) => alternativesIn(node, argument));
  return {
    authenticated: directives.some(({ name }) => name.value === "authenticated"),
    scopes: alternatives("requiresScopes", "scopes"),
    policies: alternatives("policy", "policies"),
  };
}

/** Both requirements at once. */
export const together = (requirements: readonly Requirement[]): Requirement => ({
  authenticated: requirements.some(({ authenticated }) => authenticated),
  scopes: requirements.flatMap(({ scopes }) => scopes),
  policies: requirements.flatMap(({ policies }) => policies),
});

export const fulfils = (grants: Grants, { authenticated, scopes, policies }: Requirement): boolean =>
  (!authenticated || grants.authenticated) &&
  scopes.every((alternatives) => holdsOneOf(grants.scopes, alternatives)) &&
  policies.every((alternatives) => holdsOneOf(grants.policies, alternatives));

const holdsOneOf = (held: ReadonlySet<string>, alternatives: Alternatives) =>
  alternatives.some((names) => names.every((name) => held.has(name)));

function alternativesIn({ arguments: given }: DirectiveNode, argument: string): Alternatives {
  const node = given?.find(({ name }) => name.value === argument)?.value;
  const value: unknown = node && valueFromASTUntyped(node);
  return Array.isArray(value) ? value.map((names) => (Array.isArray(names) ? names : [names]).map(String)) : [];
}
