import { type DocumentNode, GraphQLError, Kind } from "graphql";
import type { Limits } from "./limits.js";
import { measurer, type Size } from "./measure.js";
import { fragmentsIn, repetitionIn } from "./repetition.js";

/** What is limited, the code that says so, and how it is counted. */
const counted = [
  { limit: "depth", code: "DEPTH_LIMIT_EXCEEDED", of: (size: Size) => size.depth },
  { limit: "aliases", code: "ALIAS_LIMIT_EXCEEDED", of: (size: Size) => size.aliases },
  { limit: "rootFields", code: "ROOT_FIELD_LIMIT_EXCEEDED", of: (size: Size) => size.width },
  { limit: "directives", code: "DIRECTIVE_LIMIT_EXCEEDED", of: (size: Size) => size.directives },
  { limit: "fields", code: "FIELD_LIMIT_EXCEEDED", of: (size: Size) => size.fields },
] as const;

/** The limits a document exceeds, as errors with stable codes; none when it keeps within all of them. */
export function judgeSize(document: DocumentNode, limits: Limits): readonly GraphQLError[] {
  const measure = measurer(document);
  const sizes = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => measure(operation));

  const inOperations = counted.map(({ limit, code, of }) => ({
    limit,
    code,
    largest: Math.max(0, ...sizes.map(of)),
  }));
  const inDocument = [
    { limit: "repetition", code: "REPETITION_LIMIT_EXCEEDED", largest: repetitionIn(document) },
    { limit: "fragments", code: "FRAGMENT_LIMIT_EXCEEDED", largest: fragmentsIn(document) },
  ] as const;
  return [...inOperations, ...inDocument].flatMap(({ limit, code, largest }) => {
    if (largest <= limits[limit]) return [];
    const message = `The document has ${limit} ${largest}; ${limits[limit]} are allowed.`;
    return [new GraphQLError(message, { extensions: { code, limit: limits[limit] } })];
  });
}
