import { type DirectiveNode, type DocumentNode, Kind } from "graphql";
import { stringArgument } from "./stringArgument.js";

/** Directives that access/ enforces. `@inaccessible` is kept by the planner, which makes the API schema without it. */
const PROMISES = ["authenticated", "requiresScopes", "policy"];

/** A supergraph promises protection that this gateway does not give. */
export class SecurityNotEnforced extends Error {
  readonly code = "SECURITY_NOT_ENFORCED";
  constructor(features: readonly string[]) {
    super(`This supergraph uses ${features.join(", ")}, which this gateway does not enforce; it is not served.`);
    this.name = "SecurityNotEnforced";
  }
}

/**
 * Refuses a supergraph that links a security feature we do not enforce: one we do not know, or one under another name
 * or of another version than the one we look for.
 *
 * @throws SecurityNotEnforced
 */
export function refuseUnenforcedSecurity(supergraph: DocumentNode): void {
  const linked = supergraph.definitions
    .filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((schema) => schema.directives ?? [])
    .map(linkIn)
    .filter(({ feature, isForSecurity }) => isForSecurity || PROMISES.includes(feature))
    .filter(
      ({ feature, isAsWeKnowIt }) => !(feature === "inaccessible" || (PROMISES.includes(feature) && isAsWeKnowIt)),
    );
  if (linked.length > 0)
    throw new SecurityNotEnforced(linked.map(({ feature, url }) => (feature ? `@${feature}` : url)));
}

function linkIn(link: DirectiveNode) {
  const url = stringArgument(link, "url") ?? stringArgument(link, "feature") ?? "";
  const [, feature = "", version = ""] = /^https?:\/\/specs\.apollo\.dev\/(\w+)(?:\/v(\d+\.\d+))?/.exec(url) ?? [];
  const given = (name: string) => link.arguments?.find((argument) => argument.name.value === name)?.value;
  const purpose = given("for");
  const isRenamed = given("as") !== undefined || given("import") !== undefined;
  const isForSecurity = purpose?.kind === Kind.ENUM && purpose.value === "SECURITY";
  return { url, feature, isForSecurity, isAsWeKnowIt: !isRenamed && version.startsWith("0.") };
}
