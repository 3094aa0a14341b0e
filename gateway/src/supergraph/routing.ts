import { type DocumentNode, type EnumTypeDefinitionNode, Kind } from "graphql";
import { stringArgument } from "./stringArgument.js";

/** Where each subgraph listens, by the subgraph's name. */
export type Routing = ReadonlyMap<string, string>;

/** A subgraph has no address, neither in the supergraph nor in the settings. */
export class SubgraphWithoutUrl extends Error {
  readonly code = "SUBGRAPH_WITHOUT_URL";
  constructor(name: string) {
    super(`The supergraph gives no URL for the subgraph "${name}"; say --subgraph ${name}=URL.`);
    this.name = "SubgraphWithoutUrl";
  }
}

/**
 * Reads the addresses a supergraph states (`join__Graph`), overridden by the settings.
 *
 * @param override  the address to use instead, if the settings give one
 * @throws SubgraphWithoutUrl
 */
export function readRouting(supergraph: DocumentNode, override: (name: string) => string | undefined): Routing {
  const routing = new Map<string, string>();
  for (const value of graphEnum(supergraph)?.values ?? []) {
    const join = value.directives?.find((directive) => directive.name.value === "join__graph");
    const name = (join && stringArgument(join, "name")) ?? value.name.value.toLowerCase();
    const url = override(name) ?? (join && stringArgument(join, "url"));
    if (!url || !URL.canParse(url)) throw new SubgraphWithoutUrl(name);
    routing.set(name, url);
  }
  return routing;
}

const graphEnum = (supergraph: DocumentNode): EnumTypeDefinitionNode | undefined =>
  supergraph.definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph",
  );
