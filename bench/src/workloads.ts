/** The operations that are measured. */
export interface Workload {
  readonly name: string;
  readonly what: string;
  readonly query: string;
}

export const workloads: readonly Workload[] = [
  {
    name: "federation",
    what: "the public federation benchmark's operation, an answer of about 90 KB",
    query:
      "fragment User on User{id username name} fragment Review on Review{id body} fragment Product on Product{inStock name price shippingEstimate upc weight} query TestQuery{users{...User reviews{...Review product{...Product reviews{...Review author{...User reviews{...Review product{...Product}}}}}}} topProducts{...Product reviews{...Review author{...User reviews{...Review product{...Product}}}}}}",
  },
  {
    name: "three-fetches",
    what: "one list with a field from each of two other subgraphs",
    query: "{topProducts(first:3){upc name inStock reviews{id}}}",
  },
  { name: "one-fetch", what: "what the gateway costs by itself", query: "{users{id name username}}" },
];
