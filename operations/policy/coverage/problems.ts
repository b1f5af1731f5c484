/** Every hole of the coverage, a sentence each: what is missing, and where to write it. */
import type { Rule } from "../../../policies/gate/types";
import type { Check, Coverage, TypeCoverage } from "./coverage";
import { SCANNERS, scanners, type CoverageData } from "./data";

const BECAUSE = /^because .{10,}$/s;

export function problemsOf(
  coverage: Coverage,
  data: CoverageData,
  rules: readonly Rule[],
): string[] {
  return [
    ...coverage.checks.flatMap(problemOfCheck),
    ...staleChecks(coverage, data),
    ...unknownAliases(data, rules),
    ...coverage.types.flatMap(problemOfType),
  ];
}

function problemOfCheck({ scanner, id, types, asks, notApplicable, rules }: Check): string[] {
  const file = `policies/coverage/${scanner}.yaml`;
  const check = `${SCANNERS[scanner]}'s ${id}, of ${types.join(", ")}`;
  const named = rules.map((rule) => rule.id).join(", ");
  if (asks === undefined) return [`${check}: say in ${file} what it asks`];
  if (rules.length > 0)
    return notApplicable === undefined
      ? []
      : [`${check}: ${named} answers it: delete its notApplicable in ${file}`];
  if (notApplicable === undefined)
    return [
      `${check}: no rule answers it: name it in the aliases of one, or say in ${file} why it is notApplicable`,
    ];
  return BECAUSE.test(notApplicable)
    ? []
    : [`${check}: notApplicable in ${file} must give its reason: "because …"`];
}

function staleChecks({ checks }: Coverage, { settled }: CoverageData): string[] {
  return scanners.flatMap((scanner) => {
    const ids = new Set(checks.filter((check) => check.scanner === scanner).map(({ id }) => id));
    return Object.keys(settled[scanner])
      .filter((id) => !ids.has(id))
      .map(
        (id) =>
          `${id}: ${SCANNERS[scanner]} has no such check of a type of ours: delete it from policies/coverage/${scanner}.yaml`,
      );
  });
}

function unknownAliases({ facts }: CoverageData, rules: readonly Rule[]): string[] {
  const known = new Set(
    Object.values(facts).flatMap(({ types, names }) => [
      ...Object.values(types).flat(),
      ...Object.values(names),
    ]),
  );
  return rules.flatMap(({ id, aliases }) =>
    aliases
      .filter((alias) => !known.has(alias))
      .map(
        (alias) =>
          `${id}: alias ${alias} is no check that policies/coverage/facts/ knows: spell it as the scanner does`,
      ),
  );
}

function problemOfType({ type, rules, says }: TypeCoverage): string[] {
  const file = "policies/coverage/types.yaml";
  if (says === "rules")
    return rules.length > 0
      ? []
      : [`${type}: ${file} says that rules judge it, but none does: write one, or say "because …"`];
  if (!BECAUSE.test(says)) return [`${type}: ${file} must say "rules" or "because …"`];
  return rules.length === 0
    ? []
    : [`${type}: ${rules.map(({ id }) => id).join(", ")} judges it: say "rules" in ${file}`];
}
