import { generateKeyPair, sign } from "node:crypto";
import { promisify } from "node:util";

/** So many people's tokens, each as an issuer would sign it, and the keys that prove them. */
export async function issueTokens(count: number) {
  const { privateKey, publicKey } = await promisify(generateKeyPair)("ec", { namedCurve: "P-256" });
  const jwks = { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "bench", alg: "ES256" }] };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  const head = encode({ alg: "ES256", kid: "bench" });
  const exp = Math.floor(Date.now() / 1_000) + 3_600; // an hour
  const tokens = Array.from({ length: count }, (_, index) => {
    const sub = `staff-${index}`;
    const claims = { staffId: sub, outletId: "hall", role: "WINDOW_OFFICER", scope: "case:read case:accept" };
    const text = `${head}.${encode({ iss: "yimen-dev", aud: "yimen", sub, kind: "STAFF", exp, ...claims })}`;
    const signature = sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" });
    return `${text}.${signature.toString("base64url")}`;
  });
  return { jwks, tokens };
}
