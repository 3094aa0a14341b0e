import { EventEmitter, on } from "node:events";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse } from "graphql";

/** What clients subscribe to; another number is another document, which asks the other subgraph for the same. */
export const subscription = (document: number): string =>
  `subscription { stepped { cursor type ${document === 0 ? "at" : `at${document}: at`} window { id name } } }`;

/** What one event looks like, so that the bare server sends as many bytes as the others. */
export const eventResult = (cursor: number) => ({
  data: {
    stepped: {
      cursor: `${cursor}`,
      type: "CaseAccepted",
      at: "2026-03-02T01:30:00.000Z",
      window: { id: "taoshan-w2", name: "桃山区政务服务大厅二号窗口" },
    },
  },
});

export const typeDefs = {
  cases: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
      @link(url: "https://specs.yimen.example/resumable/v0.1", import: ["@resumable"])
      @composeDirective(name: "@resumable")
    directive @resumable(after: String! = "after", cursor: String! = "cursor", head: String) on FIELD_DEFINITION
    type Query { head: String! }
    type Subscription { stepped(after: String): Step! @resumable(head: "head") }
    type Step { cursor: String! type: String! at: String! window: Window! }
    type Window @key(fields: "id", resolvable: false) { id: ID! }`,
  staff: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { windows: Int }
    type Window @key(fields: "id") { id: ID! name: String! }`,
} as const;

const steps = new EventEmitter().setMaxListeners(0);
let head = 0;

/** Makes the next event. */
export const step = () => steps.emit("step", eventResult(++head).data);

async function* followSteps() {
  for await (const [event] of on(steps, "step")) yield event;
}

const resolvers = {
  cases: { Query: { head: () => `${head}` }, Subscription: { stepped: { subscribe: followSteps } } },
  staff: {
    Window: { __resolveReference: ({ id }: { id: string }) => ({ id, name: eventResult(0).data.stepped.window.name }) },
  },
};

export const schemaOf = (name: keyof typeof typeDefs): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] as never }]);

/** Both subgraphs' types in one schema, for a server without a gateway. */
export const wholeSchema = (): GraphQLSchema =>
  buildSubgraphSchema([
    {
      typeDefs: parse(`
        type Query { head: String! }
        type Subscription { stepped(after: String): Step! }
        type Step { cursor: String! type: String! at: String! window: Window! }
        type Window { id: ID! name: String! }`),
      resolvers: resolvers.cases as never,
    },
  ]);
