import { defineConfig } from "prisma/config";

// Prisma downloads an engine before it generates anything, unless told of a file; it never runs it.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema.prisma", migrations: { path: "prisma/migrations" } });
