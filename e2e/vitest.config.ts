import { defineConfig } from "vitest/config";

// The whole graph runs once per file, so files take turns.
export default defineConfig({
  // Steps of one case build on each other: after the first failure the rest says nothing.
  test: {
    bail: 1,
    include: ["src/**/*.e2e.test.ts"],
    fileParallelism: false,
    hookTimeout: 120_000,
    testTimeout: 60_000,
  },
});
