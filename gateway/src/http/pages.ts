import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import type { FastifyInstance } from "fastify";
import { serveBoard } from "./board.js";
import { serveIndexPage } from "./indexPage.js";

/** What people see in a browser: the index page, and the status board if it was built. */
export async function servePages(app: FastifyInstance, board: string | undefined): Promise<void> {
  await app.register(async (pages) => {
    await pages.register(helmet, {
      contentSecurityPolicy: {
        directives: { "connect-src": ["'self'", "ws:", "wss:"], "upgrade-insecure-requests": null },
      },
      strictTransportSecurity: false, // said by whoever ends TLS in front of us
    });
    await pages.register(compress); // pages only: compressing a large answer costs more than running its query
    serveIndexPage(pages);
    if (board) await serveBoard(pages, board);
  });
}
