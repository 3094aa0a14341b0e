import { Supergraph } from "@apollo/federation-internals";
import { type GraphQLSchema, parse } from "graphql";
import { contractOf } from "../partners/contract.js";

/** What clients see of a graph: everybody's schema, and the part of it that partners have. */
export interface GraphSchemas {
  readonly everybody: GraphQLSchema;
  readonly partners: GraphQLSchema;
}

export function graphSchemas(supergraphSdl: string): GraphSchemas {
  const everybody = Supergraph.build(supergraphSdl, { supportedFeatures: null }).apiSchema().toGraphQLJSSchema();
  return { everybody, partners: contractOf(parse(supergraphSdl), everybody, "partner") };
}
