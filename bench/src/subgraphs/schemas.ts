import { buildSubgraphSchema } from "@apollo/subgraph";
import { type GraphQLSchema, parse } from "graphql";
import { products, reviews, users } from "./shop.ts";

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@external", "@requires", "@provides", "@shareable"])`;

/** The four subgraphs of the public benchmark, by name. */
export const typeDefs = {
  accounts: `${FEDERATION}
    type Query { me: User user(id: ID!): User users: [User] }
    type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
  inventory: `${FEDERATION}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  products: `${FEDERATION}
    type Query { topProducts(first: Int = 5): [Product] manyProducts(first: Int!): [Product] }
    type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
  reviews: `${FEDERATION}
    type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
    type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
    type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
} as const;

export type SubgraphName = keyof typeof typeDefs;
export const subgraphNames = Object.keys(typeDefs) as SubgraphName[];

interface ProductKey {
  readonly upc: string;
  readonly price?: number;
  readonly weight?: number;
}

const firstTwo = () => reviews.slice(0, 2);

const resolvers: Record<SubgraphName, object> = {
  accounts: {
    Query: {
      me: () => users[0],
      user: (_: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
      users: () => users,
    },
    User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) },
  },
  inventory: {
    Product: {
      __resolveReference: (key: ProductKey) => ({
        ...key,
        inStock: products.find(({ upc }) => upc === key.upc)?.inStock,
      }),
      shippingEstimate: ({ price = 0, weight = 0 }: ProductKey) => (price > 1000 ? 0 : Math.trunc(weight / 2)),
    },
  },
  products: {
    Query: {
      topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first),
      manyProducts: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, index) => ({ ...products[index % products.length], upc: `${index + 1}` })),
    },
    Product: { __resolveReference: ({ upc }: ProductKey) => products.find((product) => product.upc === upc) },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id),
      author: () => ({ id: "1", username: "user1" }),
      product: ({ upc }: { upc: string }) => ({ upc }),
    },
    User: { __resolveReference: ({ id }: { id: string }) => ({ id, username: `user${id}` }), reviews: firstTwo },
    Product: {
      __resolveReference: ({ upc }: ProductKey) => ({ upc }),
      reviews: ({ upc }: ProductKey) => reviews.filter((review) => review.upc === upc),
    },
  },
};

export const schemaOf = (name: SubgraphName): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parse(typeDefs[name]), resolvers: resolvers[name] as never }]);
