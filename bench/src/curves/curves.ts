import { workloads } from "../workloads.ts";

/** What is asked at one point of a curve. */
export interface Point {
  /** The body of the nth request. */
  readonly body: (n: number) => string;
  readonly connections?: number;
  /** How long a subgraph takes. */
  readonly delayMs?: number;
  /** 1 unless said otherwise; 0 measures what is met for the first time. */
  readonly warmUpSeconds?: number;
}

/** One thing that grows while the rest stays. */
export interface Curve {
  readonly name: string;
  readonly what: string;
  readonly points: readonly number[];
  readonly at: (point: number) => Point;
}

const always = (query: string, variables?: object) => {
  const body = JSON.stringify({ query, variables });
  return () => body;
};

const THREE_FETCHES = "{topProducts(first:3){upc name inStock reviews{id}}}";
const benchmark = workloads.find(({ name }) => name === "federation")?.query ?? "";

/** Products in reviews in products, so deep. */
const nested = (depth: number): string =>
  depth === 0 ? "upc name" : `upc name reviews{id product{${nested(depth - 1)}}}`;

export const curves: readonly Curve[] = [
  {
    name: "entities",
    what: "entities in a list whose fields come from two subgraphs; one client at a time",
    points: [10, 100, 1_000, 10_000],
    at: (first) => ({
      body: always("query($first:Int!){manyProducts(first:$first){upc name inStock}}", { first }),
      connections: 1,
    }),
  },
  {
    name: "depth",
    what: "entities within entities, each level two more fetches in a row",
    points: [1, 2, 3, 4],
    at: (depth) => ({ body: always(`{topProducts(first:2){${nested(depth)}}}`), connections: 10 }),
  },
  {
    name: "documents",
    what: "distinct documents in turn: what is remembered of them is bounded",
    points: [1, 100, 10_000],
    at: (count) => ({
      body: (n) =>
        JSON.stringify({ query: `query Q${n % count}{users{id name a${`${n % count}`.padStart(5, "0")}:username}}` }),
    }),
  },
  {
    name: "plans",
    what: "0: every document is met for the first time, and planned; 1: all but the first find the plan",
    points: [0, 1],
    at: (warm) => ({
      body: (n) => JSON.stringify({ query: THREE_FETCHES.replace("{", `query Q${warm ? 0 : n}{`) }),
      warmUpSeconds: warm,
      connections: 4,
    }),
  },
  {
    name: "latency",
    what: "milliseconds that subgraphs take, the public benchmark's operation",
    points: [0, 4, 40],
    at: (delayMs) => ({ body: always(benchmark), delayMs }),
  },
  {
    name: "clients",
    what: "clients that ask at once",
    points: [1, 10, 100, 1_000],
    at: (connections) => ({ body: always(THREE_FETCHES), connections }),
  },
];
