import { readFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../../dist/", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Stricter than the gateway's own: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'";

/** Answers with what was built for an address below /board/. */
export async function servePage(address: string, response: ServerResponse): Promise<void> {
  const path = address.replace(/^\/board\/?/, "").replace(/(^|\/)$/, "$1index.html");
  response.setHeader("content-security-policy", policy);
  try {
    const content = await readFile(join(page, normalize(`/${path}`)));
    response.setHeader("content-type", types[extname(path)] ?? "application/octet-stream").end(content);
  } catch {
    response.writeHead(404).end();
  }
}
