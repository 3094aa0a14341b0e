import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { CALLER_HEADER, callerVerifier } from "./caller.js";
import { createSiblingClient, SiblingUnavailable } from "./siblingClient.js";

const SECRET = "a secret that only this test file knows";

async function sibling(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`);
  return {
    url,
    client: clientOf(url),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const clientOf = (...urls: URL[]) =>
  createSiblingClient({ urls, target: "staff", self: "cases", callerSecret: SECRET });

describe("asking a sibling", () => {
  it("signs the question for it, on the service's own account", async () => {
    const seen: unknown[] = [];
    await using staff = await sibling(async (request, response) => {
      seen.push(await callerVerifier("staff", SECRET)(request.headers[CALLER_HEADER] as string));
      response.end('{"data":{"duty":null}}');
    });

    expect(await staff.client.query("{ duty }", {})).toEqual({ duty: null });
    expect(seen).toEqual([{ kind: "SERVICE", subject: "cases", scopes: [], claims: {} }]);
  });

  it.each([
    ["answers with errors", '{"data":{"duty":null},"errors":[{"message":"no"}]}'],
    ["answers without data", '{"data":null}'],
    ["does not answer in JSON", "<html>"],
  ])("refuses clearly when it %s", async (_, body) => {
    await using staff = await sibling((_, response) => response.end(body));

    const refused = expect(staff.client.query("{ duty }", {})).rejects;
    await refused.toThrow(SiblingUnavailable);
    await expect(staff.client.query("{ duty }", {})).rejects.toMatchObject({ code: "STAFF_UNAVAILABLE" });
  });

  it("asks at another address when it runs more than once and one is gone", async () => {
    const gone = await sibling(() => undefined);
    await gone[Symbol.asyncDispose]();
    await using staff = await sibling((_, response) => response.end('{"data":{"duty":1}}'));
    const client = clientOf(gone.url, staff.url);

    for (let n = 0; n < 4; n++) expect(await client.query("{ duty }", {})).toEqual({ duty: 1 });
  });

  it("refuses clearly when it takes longer than three seconds, or is not there", async () => {
    const silent = await sibling(() => undefined);
    await expect(silent.client.query("{ duty }", {})).rejects.toThrow(SiblingUnavailable);

    await silent[Symbol.asyncDispose]();
    await expect(silent.client.query("{ duty }", {})).rejects.toThrow(SiblingUnavailable);
  });
});
