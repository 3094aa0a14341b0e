import type { DocumentNode, GraphQLSchema } from "graphql";
import type { Mask } from "../engine/view.js";
import { entityKeys, type Identity } from "./entityKeys.js";
import { type FieldRequirements, fieldRequirements } from "./fieldRequirements.js";
import { personalFields } from "./personalFields.js";
import { typesIn } from "./supergraphTypes.js";

/** What a graph says of who may see what. */
export interface GraphRules {
  readonly schema: GraphQLSchema;
  readonly requirements: FieldRequirements;
  readonly personal: ReadonlyMap<string, Mask>;
  readonly identities: ReadonlyMap<string, Identity>;
}

/** Reads the rules off a supergraph; `schema` is the API schema made of it. */
export function graphRules(supergraph: DocumentNode, schema: GraphQLSchema): GraphRules {
  const types = typesIn(supergraph);
  return {
    schema,
    requirements: fieldRequirements(types),
    personal: personalFields(types),
    identities: entityKeys(types, schema),
  };
}
