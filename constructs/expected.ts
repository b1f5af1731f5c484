import type { IConstruct } from "constructs";

/**
 * Refuses what a cloud would refuse later.
 *
 * @param problems - `expected …, got …; what to do`, each of which `false` is none of
 * @throws with all of them, a line each, behind the construct's path
 */
export function refuse({ node }: IConstruct, problems: readonly (string | false)[]): void {
  const lines = problems.filter((problem) => problem !== false);
  if (lines.length === 0) return;
  throw new Error(lines.map((line) => `${node.path}: ${line}`).join("\n"));
}
