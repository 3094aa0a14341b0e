import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nextFreePort } from "@yimen/kernel/freePort";

/** A clone with two tiny services in place of the real ones, for tests of the launcher. */
export interface FakeClone extends AsyncDisposable {
  readonly root: string;
  /** Port of the service with a database. */
  readonly notes: number;
  /** Port of the door. */
  readonly gateway: number;
}

/** Answers /health with its process number and ends at /crash. */
const MAIN = (port: string) => `
import { createServer } from "node:http";
createServer((request, response) => {
  if (request.url === "/crash") { console.error("the last words"); process.exit(7); }
  if (request.url === "/env") return response.end(JSON.stringify(process.env));
  response.end(JSON.stringify({ status: "ok", pid: process.pid }));
}).listen(Number(process.env.${port}), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0)).on("SIGINT", () => process.exit(0));
`;

const SEED = `
import { appendFileSync } from "node:fs";
appendFileSync("../../seeded", process.env.NOTES_DATABASE_URL + "\\n");
`;

const SCHEMA = 'datasource db {\n  provider = "postgresql"\n}\n\nmodel Note {\n  id String @id\n}\n';
const MIGRATION = 'CREATE TABLE "Note" ("id" TEXT NOT NULL, CONSTRAINT "Note_pkey" PRIMARY KEY ("id"));';

/** @param owner the account that shall run it, when that is not ours */
export async function fakeClone(mode = 0o755): Promise<FakeClone> {
  const root = mkdtempSync(join(tmpdir(), "yimen-clone-"));
  const notes = await nextFreePort(20_000 + (process.pid % 10_000));
  const gateway = await nextFreePort(notes + 1);
  const write = (path: string, content: string) => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const services = [
    { name: "notes", folder: "subgraphs/notes", port: notes, database: "yimen_notes", memory: 64 },
    { name: "gateway", folder: "gateway", port: gateway, memory: 64 },
  ];
  write("package.json", '{ "type": "module" }');
  write("ops/services.json", JSON.stringify(services));
  write("ops/personas.json", '{ "personas": [], "partners": [] }');
  write("subgraphs/notes/prisma/schema.prisma", SCHEMA);
  write("subgraphs/notes/prisma/migrations/20260101000000_init/migration.sql", MIGRATION);
  write("subgraphs/notes/dist/main.js", MAIN("NOTES_PORT"));
  write("subgraphs/notes/dist/seed.js", SEED);
  write("gateway/dist/main.js", MAIN("GATEWAY_PORT"));
  chmodSync(root, mode);
  return { root, notes, gateway, [Symbol.asyncDispose]: async () => rmSync(root, { recursive: true, force: true }) };
}
