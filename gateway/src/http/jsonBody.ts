import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { badRequest, Refusal } from "../operation/refusal.js";

/** A parsed body and how long it was. */
export interface JsonBody {
  readonly json: unknown;
  readonly bytes: number;
}

/**
 * Reads a body. JSON in UTF-8 is the only one taken: other types are 415, among them all that a foreign page can send
 * unasked.
 *
 * @throws Refusal
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<JsonBody> {
  const { headers } = request;
  const contentType = headers["content-type"];
  refuseCompressed(headers["content-encoding"]);
  if (contentType !== "application/json") {
    if (contentType === undefined && hasNoBody(headers)) return { json: undefined, bytes: 0 };
    refuseOtherTypes(contentType ?? "");
  }
  if (Number(headers["content-length"]) > limit) throw tooLarge();
  const body = await readAll(request, limit);
  if (!isUtf8(body)) throw badRequest("The body is not UTF-8."); // RFC 8259 §8.1
  return { json: parseJson(body.toString()), bytes: body.length };
}

const hasNoBody = (headers: IncomingMessage["headers"]) =>
  headers["transfer-encoding"] === undefined && (headers["content-length"] ?? "0") === "0";

/** A small compressed body may stand for a huge one. */
function refuseCompressed(encoding = "identity"): void {
  if (encoding.toLowerCase() !== "identity")
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send the body uncompressed.", { "accept-encoding": "identity" });
}

function refuseOtherTypes(contentType: string): void {
  const type = contentType.split(";", 1)[0] ?? "";
  if (type.trim().toLowerCase() !== "application/json")
    throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.");
  const charset = /charset="?([^";]+)/i.exec(contentType)?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Bodies are UTF-8.");
}

/** Most bodies come in one piece, which is then not copied. */
function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge());
    });
    request.on("end", () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on("error", reject); // the client went away
  });
}

/** What is left of it would have to be read before the connection could be used again. */
const tooLarge = () => new Refusal(413, "BODY_TOO_LARGE", "The body is too large.", { connection: "close" });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON.");
  }
}
