import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { UserError, messageOf } from "../../../cli/errors";
import type { Change, Level } from "../report";
import { jsonOf, runTool } from "../tool";
import type { Sides } from "./sides";

interface Entry {
  readonly id: string;
  readonly text: string;
  /** 1 to 3. */
  readonly level: number;
  readonly operation?: string;
  readonly path?: string;
  readonly section?: string;
}

const BY_LEVEL: readonly Level[] = ["info", "info", "warning", "breaking"];

/**
 * By oasdiff, with its own levels.
 *
 * @see https://github.com/oasdiff/oasdiff/blob/main/docs/BREAKING-CHANGES.md
 */
export async function diffOpenApi(
  { base, head, file, scratch }: Sides,
  oasdiff: string,
): Promise<Change[]> {
  const texts = [read(base, file, "base"), read(head, file, "head")];
  // `/a/{rest+}` beside `/a/{id}` is one path to OpenAPI, but for the names.
  const names = texts.some((text) => /\{\w+\+\}/.test(text)) ? ["--include-path-params"] : [];
  const args = ["changelog", join(base, file), join(head, file), "--format", "json", ...names];
  // In a folder of its own: oasdiff would take settings that lie where it runs.
  const { code, stdout, stderr } = await runTool(oasdiff, args, scratch, FROM);
  if (code !== 0)
    throw new UserError(`${file}: ${said(stderr, base, head) || `oasdiff ended with ${code}`}`);
  return jsonOf<Entry[]>(stdout, oasdiff).map((entry) => ({
    level: BY_LEVEL[entry.level] ?? "breaking",
    rule: entry.id,
    where: [entry.operation, entry.path].filter(Boolean).join(" ") || (entry.section ?? file),
    message: entry.text,
  }));
}

/** Without the folders that it was made to look in. */
const said = (stderr: string, ...roots: readonly string[]): string =>
  roots.reduce((text, root) => text.replaceAll(`${root}/`, ""), stderr.trim());

const FROM =
  "install oasdiff 1.38 or newer (https://www.oasdiff.com), or name it with --oasdiff; in a clone: npm run tools -- oasdiff";

/** oasdiff takes an empty document for one of an API without paths. */
function read(root: string, file: string, side: string): string {
  const text = readFileSync(join(root, file), "utf8");
  const version = versionIn(text, `${file} in the ${side}`);
  if (typeof version === "string" && version.startsWith("3.")) return text;
  throw new UserError(
    `${file} in the ${side}: expected an OpenAPI document of version 3, got openapi: ${JSON.stringify(version ?? null)}`,
  );
}

function versionIn(text: string, where: string): unknown {
  try {
    return (parse(text) as { openapi?: unknown } | null)?.openapi;
  } catch (error) {
    throw new UserError(`${where}: ${messageOf(error).split("\n")[0]}`);
  }
}
