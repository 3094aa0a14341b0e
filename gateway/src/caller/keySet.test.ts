import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type CryptoKey, exportJWK, generateKeyPair } from "jose";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { keySetFromUrl } from "./keySet.js";

const pair = await generateKeyPair("ES256");
let answer: { status: number; keys: readonly object[] };
let asked = 0;
const issuer = createServer((_, response) => {
  asked++;
  response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify({ keys: answer.keys }));
});
const jwk = async (kid: string, key: CryptoKey) => ({ ...(await exportJWK(key)), kid });

beforeAll(() => new Promise<void>((listening) => issuer.listen(0, "127.0.0.1", listening)));
afterAll(() => void issuer.close());

it("keys at an address are looked at again, and only an answer withdraws one", async () => {
  answer = { status: 200, keys: [await jwk("k1", pair.publicKey)] };
  const changed = vi.fn();
  const url = new URL(`http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks`);
  using keys = keySetFromUrl(url, changed, 20);
  await keys({ alg: "ES256", kid: "k1" });
  const askedAgain = async (times: number) => {
    const before = asked;
    await expect.poll(() => asked).toBeGreaterThanOrEqual(before + times);
  };

  await askedAgain(2);
  answer = { ...answer, status: 503 };
  await askedAgain(2);
  expect(changed).not.toHaveBeenCalled();

  answer = { status: 200, keys: [await jwk("k2", pair.publicKey)] };
  await expect.poll(() => changed.mock.calls.length).toBe(1);
  await expect(keys({ alg: "ES256", kid: "k1" })).rejects.toThrow();
});
