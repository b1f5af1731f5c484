import { cpSync, existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "yaml";
import { UserError } from "../../../cli/errors";
import type { Change } from "../report";
import { jsonOf, runTool } from "../tool";
import type { Sides } from "./sides";

interface Entry {
  readonly path: string;
  readonly start_line?: number;
  readonly type: string;
  readonly message: string;
}

/** Exit code of `buf breaking` with findings. */
const FOUND = 100;

/** Source and wire, file by file: buf's default. Not the repository's, which the change could turn off. */
const CONFIG = '{"version":"v2","breaking":{"use":["FILE"]}}';

/**
 * By `buf breaking`. All that breaks is told and nothing else, since buf reports no other change.
 *
 * @see https://buf.build/docs/breaking/rules/
 */
export async function diffProto(sides: Sides, buf: string): Promise<Change[]> {
  const { file, scratch, named } = sides;
  const root = rootOf(sides.head, file);
  const [base, head] = [join(scratch, "base"), join(scratch, "head")];
  copyProtos(join(sides.base, root), base);
  copyProtos(join(sides.head, root), head);
  const entries = await breaking(base, head, buf);
  const broken = entries.find(({ type }) => type === "COMPILE");
  if (broken !== undefined)
    throw new UserError(`${file}: ${broken.path}:${broken.start_line ?? 0}: ${broken.message}`);
  const toldThere = (path: string) =>
    posix.join(root, path) !== file && named.has(posix.join(root, path));
  return entries
    .filter(({ path }) => !toldThere(path))
    .map(({ path, type, message, start_line: line }) => ({
      level: "breaking",
      rule: type,
      where: `${posix.join(root, path ?? "")}${line === undefined ? "" : `:${line}`}`,
      message,
    }));
}

async function breaking(base: string, head: string, buf: string): Promise<Entry[]> {
  const config = ["--config", CONFIG, "--against-config", CONFIG];
  const args = ["breaking", "--against", base, ...config, "--error-format", "json"];
  const { code, stdout, stderr } = await runTool(buf, args, head, FROM);
  if (code !== 0 && code !== FOUND) throw new UserError(`buf: ${stderr.trim()}`);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return lines.map((line) => jsonOf<Entry>(line, buf));
}

const FROM =
  "install buf 1.75 or newer (https://buf.build/docs/cli), or name it with --buf; in a clone: npm run tools -- buf";

/** From where imports are read: the module of the nearest `buf.yaml` above the file, else its own folder. */
function rootOf(commit: string, file: string): string {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    const config = join(commit, folder, "buf.yaml");
    if (existsSync(config)) return moduleIn(folder, readFileSync(config, "utf8"), file);
    if (folder === ".") return posix.dirname(file);
  }
}

function moduleIn(folder: string, config: string, file: string): string {
  const { modules } = (parse(config) ?? {}) as { modules?: readonly { readonly path?: string }[] };
  const roots = (modules ?? []).map(({ path = "." }) => posix.join(folder, path));
  return roots.find((root) => root === "." || file.startsWith(`${root}/`)) ?? folder;
}

/** Without settings of buf, and whatever else lies there. */
function copyProtos(from: string, to: string): void {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => path.endsWith(".proto") || statSync(path).isDirectory(),
  });
}
