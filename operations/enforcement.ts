import { DeclarationError, show, type Problem } from "../model/problems";
import type { Environment } from "../model/settle";
import { rulesFor } from "./rules";

/**
 * Only here both are known: what environments say of rules, and the rules there are. A name that is none
 * would set nothing, without a word.
 *
 * @throws DeclarationError naming every rule that there is not
 */
export function checkEnforcement(environments: readonly Environment[]): void {
  const problems = environments.flatMap(unknownRules);
  if (problems.length > 0) throw new DeclarationError(problems);
}

function unknownRules({ name, enforcement }: Environment): Problem[] {
  const named = Object.keys(enforcement.rules ?? {});
  if (named.length === 0) return [];
  const known = new Set(rulesFor().map(({ id }) => id));
  return named
    .filter((id) => !known.has(id))
    .map((id) => ({
      path: `${name}.enforcement.rules.${id}`,
      message: `expected a rule of docs/policies/README.md, or of the policy that environments/index.ts names, got ${show(id)}`,
    }));
}
