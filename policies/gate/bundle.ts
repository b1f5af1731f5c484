import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CannotJudge } from "./errors";
import { sha256 } from "./input/fingerprint";
import type { Manifest } from "./types";

/** Compiled rules, ready to be instantiated. */
export interface Bundle {
  readonly module: WebAssembly.Module;
  readonly manifest: Manifest;
  /** Of the Wasm file, hexadecimal. */
  readonly sha256: string;
}

/** The custom section of the Wasm in which the manifest travels: one file, one hash. */
export const MANIFEST_SECTION = "plinth.manifest";

/** Beside this file, and from `dist/` in the repository beside the sources. */
const SHIPPED = [
  join(__dirname, "bundle", "policy.wasm"),
  join(__dirname, "..", "..", "..", "policies", "gate", "bundle", "policy.wasm"),
];

let shipped: Bundle | undefined;

/** The rules that ship with Plinth: the one file this room reads. @throws CannotJudge */
export function shippedBundle(): Bundle {
  return (shipped ??= loadBundle(shippedBytes(), "policy.wasm"));
}

function shippedBytes(): Uint8Array {
  const file = SHIPPED.find((path) => existsSync(path));
  if (file === undefined) {
    throw new CannotJudge("policy.wasm", "is missing: run `npm run policies:build` (needs opa)");
  }
  return readFileSync(file);
}

/**
 * @param wasm made by `plinth policy build`
 * @param name for messages
 * @throws CannotJudge when it is not Wasm, or has no manifest
 */
export function loadBundle(wasm: Uint8Array, name = "--policy"): Bundle {
  const module = compile(wasm, name);
  const section = WebAssembly.Module.customSections(module, MANIFEST_SECTION)[0];
  if (!section) throw new CannotJudge(name, "has no manifest: build it with `plinth policy build`");
  const manifest = JSON.parse(new TextDecoder().decode(section)) as Manifest;
  if (manifest.schema !== "plinth.policies/v1") {
    throw new CannotJudge(
      name,
      `has a manifest of schema ${String(manifest.schema)}: build it again`,
    );
  }
  refuseOutdated(manifest, name);
  return { module, manifest, sha256: sha256(wasm) };
}

/** Rules that were compiled beside older ones of Plinth would judge by those, without a word. */
function refuseOutdated({ beside }: Manifest, name: string): void {
  if (beside === undefined || beside === sha256(shippedBytes())) return;
  throw new CannotJudge(
    name,
    "was built beside other rules of Plinth than those that ship: run `plinth policy build` again",
  );
}

function compile(wasm: Uint8Array, name: string): WebAssembly.Module {
  try {
    return new WebAssembly.Module(Uint8Array.from(wasm));
  } catch (error) {
    throw new CannotJudge(name, `is not WebAssembly: ${(error as Error).message}`);
  }
}
