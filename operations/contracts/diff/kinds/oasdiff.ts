import { UserError } from "../../../cli/errors";
import type { Change, Level } from "../report";
import { jsonOf, runTool } from "../tool";

/** What oasdiff tells of one change. */
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

/** A change whose place is not said yet. */
export interface PlacedChange extends Omit<Change, "where"> {
  /** The operation's method and path, else the section of the document; undefined where neither is meant. */
  readonly where: string | undefined;
}

/**
 * What oasdiff finds between two documents, with its own levels.
 *
 * @param file - what is compared, as people call it
 * @param roots - folders that its messages are not to name
 * @see https://github.com/oasdiff/oasdiff/blob/main/docs/BREAKING-CHANGES.md
 */
export async function changelog(
  { base, head, flags = [] }: { base: string; head: string; flags?: readonly string[] },
  { file, roots, scratch }: { file: string; roots: readonly string[]; scratch: string },
  oasdiff: string,
): Promise<PlacedChange[]> {
  const args = ["changelog", base, head, "--format", "json", ...flags];
  // In a folder of its own: oasdiff would take settings that lie where it runs.
  const { code, stdout, stderr } = await runTool(oasdiff, args, scratch, FROM);
  if (code !== 0)
    throw new UserError(`${file}: ${said(stderr, roots) || `oasdiff ended with ${code}`}`);
  return jsonOf<Entry[]>(stdout, oasdiff).map((entry) => ({
    level: BY_LEVEL[entry.level] ?? "breaking",
    rule: entry.id,
    where: [entry.operation, entry.path].filter(Boolean).join(" ") || entry.section,
    message: entry.text,
  }));
}

/** Without the folders that it was made to look in. */
const said = (stderr: string, roots: readonly string[]): string =>
  roots.reduce((text, root) => text.replaceAll(`${root}/`, ""), stderr.trim());

const FROM =
  "install oasdiff 1.38 or newer (https://www.oasdiff.com), or name it with --oasdiff; in a clone: npm run tools -- oasdiff";
