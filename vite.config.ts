import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The web app: src/view/web is bundled into dist/web, which `standoff serve` gives out.
const config = defineConfig({
  root: here("src/view/web"),
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: here("dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // Fonts and pictures stay files: the page's policy allows none that is written into it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

export { config as default };
