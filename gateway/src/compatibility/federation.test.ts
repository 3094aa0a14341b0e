import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { ask } from "../fixtures/ask.js";
import { checks, type Suite, startSuite } from "./suite.js";
import { reached } from "./suiteFetch.js";

let suite: Suite;
beforeAll(async () => {
  suite = await startSuite();
  Object.assign(reached, { router: suite.routerUrl, products: suite.productsUrl, signed: suite.signed });
});
afterAll(() => suite[Symbol.asyncDispose]());

Object.assign(globalThis, { describe, expect, it, test }); // as jest gives them

describe("federation's subgraph compatibility suite (15 checks), over type-graphql and our gateway", async () => {
  for (const file of checks()) await import(/* @vite-ignore */ file);
});

describe("beyond the suite", () => {
  it("keeps a field from clients of the graph (@inaccessible)", async () => {
    const { body } = await ask(suite.routerUrl, {
      query: `{ product(id: "apollo-federation") { dimensions { unit } } }`,
    });

    expect(body.errors?.[0]?.message).toContain(`Cannot query field "unit"`);
  });

  it("gives what another subgraph requires (@requires)", async () => {
    const query = `{ inventory(id: "apollo-oss") { products { delivery(zip: "94111") { fastestDelivery } } } }`;

    expect((await ask(suite.routerUrl, { query })).body).toEqual({
      data: { inventory: { products: [{ delivery: { fastestDelivery: "5/1/2019" } }] } },
    });
  });

  it("hands a directive of one's own on to the supergraph (@composeDirective)", () => {
    expect(suite.supergraphSdl).toContain("directive @custom");
    expect(suite.supergraphSdl).toMatch(/type Product\n(.*\n)*? {2}@custom\n/);
  });

  it("tells clients of the gateway no timings (ftv1)", async () => {
    const trace = { "apollo-federation-include-trace": "ftv1" };
    const { body } = await ask(suite.routerUrl, { query: `{ product(id: "apollo-federation") { id } }` }, trace);

    expect(body).toEqual({ data: { product: { id: "apollo-federation" } } });
  });
});
