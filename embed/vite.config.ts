import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** A document is imported as its SHA-256: pages name the registered documents and carry none of their text. */
const documentsAsHashes: Plugin = {
  name: "documents-as-hashes",
  enforce: "pre",
  load: (id) => {
    if (!id.endsWith(".graphql")) return null;
    return `export default ${JSON.stringify(createHash("sha256").update(readFileSync(id)).digest("hex"))};`;
  },
};

export default defineConfig({
  plugins: [documentsAsHashes],
  // One classic script: it learns its own address from the element that loads it.
  build: {
    target: "es2022",
    reportCompressedSize: false,
    lib: { entry: "src/main.ts", formats: ["iife"], name: "yimen", fileName: () => "v1.js" },
  },
});
