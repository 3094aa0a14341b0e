import { isUtf8 } from "node:buffer";
import type { FastifyInstance } from "fastify";
import { badRequest, Refusal } from "../operation/refusal.js";

/** A parsed body and how long it was. */
export interface JsonBody {
  readonly json: unknown;
  readonly bytes: number;
}

/** JSON in UTF-8 is the only body taken: other types are 415, among them all that a foreign page can send unasked. */
export function takeJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "buffer" },
    async (request: { headers: { "content-type"?: string } }, body: Buffer) => {
      refuseOtherCharsets(request.headers["content-type"]);
      if (!isUtf8(body)) throw badRequest("The body is not UTF-8."); // RFC 8259 §8.1
      return { json: parseJson(body.toString()), bytes: body.length } satisfies JsonBody;
    },
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("The body is not JSON.");
  }
}

function refuseOtherCharsets(contentType = ""): void {
  const charset = /charset="?([^";]+)/i.exec(contentType)?.[1];
  if (charset && !/^utf-?8$/i.test(charset)) throw new Refusal(415, "UNSUPPORTED_MEDIA_TYPE", "Bodies are UTF-8.");
}
