import { buildSubgraphSchema, printSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse, specifiedDirectives } from "graphql";
import { type BuildSchemaOptions, buildSchema, createResolversMap, type PubSub } from "type-graphql";
import { ACCESS_SPECIFICATION } from "./accessDirectives.js";
import { RESUMABLE_SPECIFICATION } from "./resumable.js";
import { InstantScalar, PlainDateScalar } from "./scalars.js";

/** Federation as our subgraphs use it. */
const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@composeDirective"]
)`;

type ReferenceResolver = (reference: never, context: never) => unknown;

export interface SubgraphSchemaOptions extends Pick<BuildSchemaOptions, "resolvers" | "orphanedTypes"> {
  /** Type name → how a reference to it (`_entities`) is completed. Goes through the same loaders as everything else. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** Which version of federation the subgraph follows, as `extend schema @link(…)`; the one of all of ours by default. */
  readonly federation?: string;
}

/** type-graphql wants one as soon as there are subscriptions; ours follow an event log by `subscribe`. */
const noPubSub: PubSub = {
  publish: () => {
    throw new Error("Events are written to the log, not published.");
  },
  subscribe: () => {
    throw new Error("A subscription follows the event log: give it a `subscribe` function.");
  },
};

/** The federation 2 schema of a subgraph, from its type-graphql classes. */
export async function buildFederatedSchema({
  references,
  federation = FEDERATION,
  ...options
}: SubgraphSchemaOptions): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    ...options,
    directives: [...specifiedDirectives],
    scalarsMap: [{ type: Date, scalar: InstantScalar }],
    validate: false, // arguments are validated by scalars and by the domain, which names the rule
    skipCheck: true,
    pubSub: noPubSub,
  });
  const resolvers: Record<string, unknown> = { ...createResolversMap(schema) };
  for (const [type, resolveReference] of Object.entries(references)) {
    resolvers[type] = { ...(resolvers[type] as object), __resolveReference: resolveReference };
  }
  if (schema.getType("PlainDate")) resolvers.PlainDate = PlainDateScalar;
  if (schema.getType("Instant")) resolvers.Instant = InstantScalar;
  const typeDefs = parse(
    `${federation}\n${RESUMABLE_SPECIFICATION}${ACCESS_SPECIFICATION}${printSubgraphSchema(schema)}`,
  );
  return buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
}

/** The SDL that composition reads: committed as `schema.graphql` and compared in CI. */
export const printFederatedSchema = (schema: GraphQLSchema): string => `${printSubgraphSchema(schema).trim()}\n`;
