import { type DocumentNode, Kind } from "graphql";
import { stringArgument } from "./stringArgument.js";

/** Directives that promise protection which somebody has to enforce. */
const PROMISES = ["authenticated", "requiresScopes", "policy"];

/** A supergraph promises protection that this gateway does not give. */
export class SecurityNotEnforced extends Error {
  readonly code = "SECURITY_NOT_ENFORCED";
  constructor(features: readonly string[]) {
    super(`This supergraph uses ${features.join(", ")}, which this gateway does not enforce yet; it is not served.`);
    this.name = "SecurityNotEnforced";
  }
}

/**
 * Refuses a supergraph that links a security directive we do not enforce, whatever purpose the link states.
 *
 * @throws SecurityNotEnforced
 */
export function refuseUnenforcedSecurity(supergraph: DocumentNode): void {
  const linked = supergraph.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((schema) => schema.directives ?? [])
    .map((link) => stringArgument(link, "url") ?? stringArgument(link, "feature") ?? "")
    .flatMap((url) => /^https:\/\/specs\.apollo\.dev\/(\w+)\//.exec(url)?.[1] ?? [])
    .filter((feature) => PROMISES.includes(feature));
  if (linked.length > 0) throw new SecurityNotEnforced(linked.map((feature) => `@${feature}`));
}
