import { defineConfig, type Plugin } from "vite";

/** The fonts come as woff2 with a woff beside each; every browser that runs this page reads woff2. */
const onlyWoff2: Plugin = {
  name: "only-woff2",
  enforce: "pre",
  transform: (code, id) => (id.endsWith(".css") ? code.replaceAll(/, url\([^)]+\.woff\) format\('woff'\)/g, "") : null),
};

export default defineConfig({
  base: "/board/",
  plugins: [onlyWoff2],
  // The gateway's content security policy is to stay strict: nothing inline, no data: URLs.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: ["index.html", "operator/index.html"] },
  },
});
