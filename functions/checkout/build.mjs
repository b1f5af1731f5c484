// Bundles the service with all it needs into dist/server.cjs: `npm run build --workspace @plinth/checkout`. Another file may be named.

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));

await build({
  absWorkingDir: folder,
  entryPoints: ["server.ts"],
  outfile: resolve(process.argv[2] ?? resolve(folder, "dist/server.cjs")),
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // ES modules first: esbuild can drop what is unused only there.
  mainFields: ["module", "main"],
  // pg would use it if it were there.
  external: ["pg-native"],
  // Names are kept: a stack trace in a log must be readable.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  charset: "utf8",
  tsconfigRaw: "{}",
});
