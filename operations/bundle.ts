import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { strToU8, zipSync, type Zippable } from "fflate";
import { readFile } from "node:fs/promises";

export type Platform = "aws" | "google";

export interface BundleRequest {
  /** The entry module, relative to `root`, with "/": `functions/orders/aws.ts`. */
  readonly entry: string;
  readonly platform: Platform;
  /** The repository: where `node_modules` is. Nothing of it shows in the result. */
  readonly root: string;
}

export interface FunctionBundle {
  /** What is in the zip, by name. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly zip: Uint8Array;
  /** Of the zip, in the form of Terraform's `source_code_hash`. */
  readonly sha256Base64: string;
}

const FRAMEWORK = "@google-cloud/functions-framework";

/**
 * Everything that decides a byte is said here, so that no tsconfig, folder, user or version of
 * Node does. Names are kept (no `minifyIdentifiers`): a stack trace in a log must be readable.
 */
const options = {
  bundle: true,
  write: false,
  platform: "node",
  // nodejs22.x runs it in the cloud; emulators run the very same zip with Node 20.
  target: "node20",
  format: "cjs",
  // ES modules first: esbuild can drop what is unused only there.
  mainFields: ["module", "main"],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  sourcemap: false,
  charset: "utf8",
  // A node_modules that is a link (a shared cache) must not turn into "../.." in the result.
  preserveSymlinks: true,
  tsconfigRaw: "{}",
  logLevel: "silent",
} satisfies BuildOptions;

/**
 * Bundles one function with all it needs into `index.js` (CommonJS) and zips it: the same bytes
 * on every machine and from every folder.
 *
 * @throws {Error} naming the entry and what esbuild could not resolve or parse
 */
export async function bundleFunction(request: BundleRequest): Promise<FunctionBundle> {
  const index = await bundle(request);
  const extra = request.platform === "google" ? { "package.json": await manifest(request) } : {};
  const files = { "index.js": index, ...extra };
  const zip = zipSync(entries(files));
  return { files, zip, sha256Base64: createHash("sha256").update(zip).digest("base64") };
}

async function bundle({ entry, root }: BundleRequest): Promise<Uint8Array> {
  const result = await build({ ...options, absWorkingDir: root, entryPoints: [entry] }).catch(
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`${entry}: cannot bundle: ${why}. Run npm ci, then correct the import.`);
    },
  );
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`${entry}: esbuild wrote nothing`);
  return output.contents;
}

/** What a module exports, sorted: esbuild tells it of ES modules alone. */
export async function exportsOf({ entry, root }: Omit<BundleRequest, "platform">) {
  const { metafile } = await build({
    ...{ ...options, format: "esm", metafile: true },
    ...{ absWorkingDir: root, entryPoints: [entry] },
  });
  return Object.values(metafile.outputs)
    .flatMap((output) => output.exports)
    .sort();
}

/**
 * Google's buildpack starts the function with the framework, and installs one of its own choice
 * unless the manifest names it: the version that our tests run is named, exactly.
 */
async function manifest({ entry, root }: BundleRequest): Promise<Uint8Array> {
  const path = join(dirname(entry), "package.json");
  const source = JSON.parse(await readFile(join(root, path), "utf8")) as Manifest;
  const version = source.dependencies?.[FRAMEWORK];
  if (version === undefined) throw new Error(`${path}: dependencies: expected ${FRAMEWORK}`);
  const text = {
    ...{ name: source.name, version: source.version, private: true },
    main: "index.js",
    engines: { node: ">=20" },
    dependencies: { [FRAMEWORK]: version },
  };
  return strToU8(`${JSON.stringify(text, undefined, 2)}\n`);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * fflate is plain JavaScript: unlike Node's zlib, its bytes do not change with the version of Node.
 * It reads the local parts of a date: this one is the first of 1980 in every time zone.
 */
function entries(files: Readonly<Record<string, Uint8Array>>): Zippable {
  const fixed = { level: 6, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 } as const;
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([name, bytes]) => [name, [bytes, fixed]]));
}
