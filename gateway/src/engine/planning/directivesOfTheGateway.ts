import type { Schema } from "@apollo/federation-internals";
import {
  type DirectiveDefinitionNode,
  type DocumentNode,
  Kind,
  print,
  specifiedScalarTypes,
  type TypeNode,
  visit,
} from "graphql";

const EXECUTABLE = new Set([
  "QUERY",
  "MUTATION",
  "SUBSCRIPTION",
  "FIELD",
  "FRAGMENT_DEFINITION",
  "FRAGMENT_SPREAD",
  "INLINE_FRAGMENT",
  "VARIABLE_DEFINITION",
]);

/**
 * Directives that subgraphs compose into the supergraph for clients to use (`@composeDirective` on an executable one).
 * The planner's API schema leaves them out with all else that comes by `@link`; clients may use them nonetheless. They
 * say something to the gateway, so they end here: each subgraph may have its own idea of their arguments.
 */
export class DirectivesOfTheGateway {
  readonly #definitions: readonly DirectiveDefinitionNode[];
  readonly #names: ReadonlySet<string>;

  constructor(supergraph: DocumentNode, api: Schema) {
    const known = (type: TypeNode): boolean =>
      type.kind === Kind.NAMED_TYPE
        ? api.type(type.name.value) !== undefined || specifiedScalarTypes.some(({ name }) => name === type.name.value)
        : known(type.type);
    this.#definitions = supergraph.definitions
      .filter((definition) => definition.kind === Kind.DIRECTIVE_DEFINITION)
      .map((one) => ({ ...one, locations: one.locations.filter(({ value }) => EXECUTABLE.has(value)) }))
      .filter(({ name, locations }) => locations.length > 0 && !api.directive(name.value))
      .filter(({ arguments: given = [] }) => given.every(({ type }) => known(type)));
    this.#names = new Set(this.#definitions.map(({ name }) => name.value));
  }

  /** Their definitions, for the schema that operations are validated against. */
  get sdl(): string {
    return this.#definitions.map(print).join("\n");
  }

  /** The document as the planner may see it. */
  without(document: DocumentNode): DocumentNode {
    if (this.#names.size === 0) return document;
    return visit(document, { Directive: ({ name }) => (this.#names.has(name.value) ? null : undefined) });
  }
}
