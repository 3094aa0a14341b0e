import { type Params, readParams } from "../operation/params.js";
import { badRequest, Refusal } from "../operation/refusal.js";

const KEY_NAMES = ["x-api-key", "apiKey", "api_key", "key"];

/**
 * The parameters of a GET: `query`, `documentId` and `operationName` as text, `variables` and `extensions` as JSON.
 *
 * @throws Refusal for what is none of these, and for a key: addresses are written down by whoever passes them on
 */
export function paramsOfQueryString(query: Readonly<Record<string, unknown>>): Params {
  if (KEY_NAMES.some((name) => query[name] !== undefined)) throw keyInAddress();
  return readParams({
    query: query.query || undefined,
    documentId: query.documentId || undefined,
    operationName: query.operationName || undefined,
    variables: jsonIn("variables", query.variables),
    extensions: jsonIn("extensions", query.extensions),
  });
}

const keyInAddress = () =>
  new Refusal(
    400,
    "KEY_IN_ADDRESS",
    "密钥不得放在网址中,请放在请求头 x-api-key,并更换此密钥。 A key does not belong in an address: send it as the header x-api-key, and replace this one.",
  );

function jsonIn(name: string, text: unknown): unknown {
  if (!text) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw badRequest(`${name} must be JSON.`);
  }
}
