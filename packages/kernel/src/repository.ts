import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type PrismaFolder, prismaFolder } from "./prismaFolder.js";

/** Top folder of the clone this file stands in: the one with turbo.json. */
export const repository: string = upwards(dirname(fileURLToPath(import.meta.url)));

export const subgraphPrisma = (name: string): PrismaFolder =>
  prismaFolder(join(repository, "subgraphs", name, "prisma"));

function upwards(folder: string): string {
  return existsSync(join(folder, "turbo.json")) || folder === dirname(folder) ? folder : upwards(dirname(folder));
}
