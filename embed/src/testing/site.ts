import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join, normalize } from "node:path";

const fonts = dirname(createRequire(import.meta.url).resolve("@fontsource/noto-sans-sc/400.css"));

/** A website that serves one page, whatever is asked for. */
export interface Site extends AsyncDisposable {
  readonly origin: string;
  /** The page from now on. */
  page: string;
  /** The policy it is served with. */
  policy: string;
}

export async function startSite(): Promise<Site> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith("/fonts/")) return void serveFont(request.url.slice("/fonts/".length), response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (site.policy) response.setHeader("content-security-policy", site.policy);
    response.end(site.page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const site: Site = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    page: "",
    policy: "",
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return site;
}

/** Chinese letters, which a bare machine has none of; only looks hang on them. */
async function serveFont(path: string, response: ServerResponse): Promise<void> {
  response.setHeader("content-type", path.endsWith(".css") ? "text/css" : "font/woff2");
  response.end(await readFile(join(fonts, normalize(`/${path}`))));
}
