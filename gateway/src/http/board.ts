import { existsSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Serves the status board's built page at /board/, and the operators' at /board/operator/, if it was built. */
export async function serveBoard(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, { root: folder, prefix: "/board/", decorateReply: false });
  app.get("/board", ({ url }, reply) => reply.redirect(`/board/${queryOf(url)}`));
  app.get("/operator", ({ url }, reply) => reply.redirect(`/board/operator/${queryOf(url)}`));
}

/** What an address asks for, such as an outlet. */
const queryOf = (url: string) => /\?.*/.exec(url)?.[0] ?? "";
