import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../fixtures/listening.js";

let server: Listening;
beforeAll(async () => {
  server = await listen();
});
afterAll(() => server.stop());

describe("GraphQL over HTTP", () => {
  for (const { id, name, fn } of serverAudits({ url: () => server.url })) {
    it(`${id} ${name}`, async () => {
      expect(await fn()).toMatchObject({ status: "ok" });
    });
  }
});
