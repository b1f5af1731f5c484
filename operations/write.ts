import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { messageOf, systemCode, UserError } from "./cli/errors";

/** A file to write; the path is below the root, with forward slashes. */
export type OutputFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array };

/** Paths below the root, sorted. */
export interface TreeChange {
  readonly written: readonly string[];
  /** Held the same bytes already and were not touched, so that watchers stay quiet. */
  readonly unchanged: readonly string[];
  /** Of an earlier run, no longer rendered. */
  readonly removed: readonly string[];
}

/** The folders of `out/<environment>/` that hold rendered files and nothing else. */
const RENDERED_FOLDERS: readonly string[] = [
  "alertmanager",
  "asyncapi",
  "exporters",
  "gate",
  "grafana",
  "openapi",
  "openslo",
  "otel",
  "prometheus",
  "runbooks",
];

/**
 * Makes the owned folders of `root` hold these files and no others. Every file appears whole or not
 * at all: it is written under a temporary name, then renamed.
 *
 * @param owned - folders directly under the root whose other files are removed; files anywhere else
 *   under the root are left alone. @default RENDERED_FOLDERS
 * @throws UserError for a path that leaves the root, also by a symbolic link, or is named twice;
 *   nothing is written then
 */
export function writeTree(
  root: string,
  files: readonly OutputFile[],
  owned: readonly string[] = RENDERED_FOLDERS,
): TreeChange {
  const wanted = checked(root, files);
  mkdirSync(root, { recursive: true });
  for (const path of wanted.keys()) refuseLinks(root, path);
  const removed = [...owned].flatMap((folder) => stale(root, folder, wanted)).sort();
  for (const path of removed) rmSync(join(root, path));
  const written = [...wanted].filter(([path, file]) => writeIfChanged(join(root, path), file));
  for (const folder of owned) removeEmpty(join(root, folder));
  const names = new Set(written.map(([path]) => path));
  return {
    written: [...names].sort(),
    unchanged: [...wanted.keys()].filter((path) => !names.has(path)).sort(),
    removed,
  };
}

/**
 * Writes a file whole or not at all. A signal that arrives meanwhile takes effect afterwards.
 *
 * @throws UserError naming it and why it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  holdingSignals(() => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      replace(path, content);
    } catch (error) {
      throw new UserError(`${path}: cannot be written: ${whyNot(error)}`);
    }
  });
}

function replace(path: string, content: string | Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this user may not",
  EEXIST: "there is a file where a folder should be",
  EISDIR: "is a folder",
  ENOENT: "there is no such folder, and none can be made",
  ENOSPC: "the disk is full",
  ENOTDIR: "there is a file where a folder should be",
  EPERM: "this user may not",
  EROFS: "the disk is read-only",
};

const whyNot = (error: unknown): string => REASONS[systemCode(error) ?? ""] ?? messageOf(error);

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

let holders = 0;
const exitOn = (signal: NodeJS.Signals) => process.exit(SIGNALS[signal as keyof typeof SIGNALS]);

/** While a handler is set, Node calls it between turns of its loop: never within a synchronous write. */
function holdingSignals(work: () => void): void {
  const names = Object.keys(SIGNALS) as (keyof typeof SIGNALS)[];
  if (holders++ === 0) names.forEach((name) => process.on(name, exitOn));
  try {
    work();
  } finally {
    // A signal that came meanwhile is delivered within the next whole turn: hold on until then.
    setImmediate(() =>
      setImmediate(() => --holders === 0 && names.forEach((name) => process.off(name, exitOn))),
    );
  }
}

function checked(root: string, files: readonly OutputFile[]): Map<string, string | Uint8Array> {
  const wanted = new Map<string, string | Uint8Array>();
  const seen = new Set<string>();
  for (const file of files) {
    refuseEscape(root, file.path);
    // Some file systems do not tell A from a: such a pair would overwrite itself there.
    const key = file.path.toLowerCase();
    if (seen.has(key)) throw new UserError(`${file.path}: rendered twice; give one another name`);
    seen.add(key);
    wanted.set(file.path, "text" in file ? file.text : file.bytes);
  }
  return wanted;
}

function refuseEscape(root: string, path: string): void {
  const parts = path.split("/");
  const odd = parts.some((part) => part === "" || part === "." || part === "..");
  if (
    odd ||
    isAbsolute(path) ||
    path.includes("\\") ||
    path.includes("\0") ||
    /^[A-Za-z]:/.test(path)
  )
    throw new UserError(
      `${JSON.stringify(path)}: expected a path below the output folder, with forward slashes; nothing was written`,
    );
  if (!inside(resolve(root), resolve(root, path)))
    throw new UserError(`${JSON.stringify(path)}: leaves the output folder; nothing was written`);
}

/** A link below the root could lead the write elsewhere. */
function refuseLinks(root: string, path: string): void {
  let at = realpathSync(root);
  for (const part of path.split("/")) {
    at = join(at, part);
    if (!existsSync(at) && !isLink(at)) return;
    if (isLink(at))
      throw new UserError(
        `${at}: a symbolic link inside the output folder; remove it and run again`,
      );
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

const inside = (root: string, path: string): boolean => {
  const way = relative(root, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
};

function stale(root: string, folder: string, wanted: ReadonlyMap<string, unknown>): string[] {
  const at = join(root, folder);
  if (isLink(at) || !existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return stale(root, path, wanted);
    return wanted.has(path) ? [] : [path];
  });
}

function writeIfChanged(path: string, content: string | Uint8Array): boolean {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return false;
  writeWhole(path, bytes);
  return true;
}

function removeEmpty(folder: string): void {
  if (isLink(folder) || !existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
