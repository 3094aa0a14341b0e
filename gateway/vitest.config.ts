import { fileURLToPath } from "node:url";
import { mergeConfig } from "vitest/config";
import shared from "../vitest.shared.js";

/** The compatibility suite's checks are TypeScript, and reach servers at fixed addresses by a library of their own. */
export default mergeConfig(shared, {
  resolve: {
    alias: [
      {
        find: "make-fetch-happen",
        replacement: fileURLToPath(new URL("src/compatibility/suiteFetch.ts", import.meta.url)),
      },
    ],
  },
  test: { server: { deps: { inline: [/federation-subgraph-compatibility-tests/] } } },
});
