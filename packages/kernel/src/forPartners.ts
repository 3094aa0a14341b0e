import { Directive } from "type-graphql";

/**
 * Puts a field, or a type with all its fields, into the contract of partners: outside of it nothing exists for them. An
 * entity is marked field by field, so that what another subgraph adds to it stays outside until it is marked too.
 */
export const ForPartners = () => Directive(`@tag(name: "partner")`);
