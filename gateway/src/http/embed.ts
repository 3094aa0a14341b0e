import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";

/** What every page may load, whoever serves it: the kit carries no key and no data. */
const forAnyPage = {
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
  "cache-control": "public, max-age=3600, stale-while-revalidate=86400", // an hour; a day while the next one is fetched
  "x-content-type-options": "nosniff",
};

/**
 * Serves the embed kit, if it was built: `/embed/v1.js`, the same at an address of this build alone, and at
 * `/embed/v1.json` that address and the hash by which a page can insist on this very build.
 */
export function serveEmbed(app: FastifyInstance, folder: string): void {
  const file = join(folder, "v1.js");
  if (!existsSync(file)) return;
  const script = readFileSync(file);
  const digest = createHash("sha384").update(script).digest("base64");
  const integrity = `sha384-${digest}`;
  const etag = `"${digest.slice(0, 32)}"`;
  app.get("/embed/v1.js", (request, reply) => {
    reply.headers({ ...forAnyPage, etag });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    return reply.type("text/javascript; charset=utf-8").send(script);
  });
  const pinned = `/embed/v1.${createHash("sha256").update(script).digest("hex").slice(0, 16)}.js`;
  app.get(pinned, (_, reply) =>
    reply
      .headers({ ...forAnyPage, "cache-control": "public, max-age=31536000, immutable" }) // a year: it never changes
      .type("text/javascript; charset=utf-8")
      .send(script),
  );
  app.get("/embed/v1.json", (_, reply) =>
    reply.headers({ ...forAnyPage, "cache-control": "no-cache" }).send({ src: "/embed/v1.js", pinned, integrity }),
  );
}
