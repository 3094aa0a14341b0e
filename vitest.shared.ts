import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** What the tests of every workspace have in common. */
export default defineConfig({
  // As Node resolves it. The ES modules that bundlers prefer would be a second graphql beside the one @apollo uses.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["src/**/*.test.ts"],
    setupFiles: [fileURLToPath(new URL("vitest.properties.ts", import.meta.url))],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
