/** `docs/policies/coverage.md`: each check of the other scanners, and the rule or the reason that answers it. */
import type { Rule } from "../../../policies/gate/types";
import { byNumber, type Check, type Coverage, type TypeCoverage } from "./coverage";
import { SCANNERS, scanners, type CoverageData } from "./data";

const CLOUDS = { aws: "AWS", google: "Google Cloud", terraform: "Terraform itself" } as const;

export function coveragePage(coverage: Coverage, { facts }: CoverageData): string {
  const clouds = Object.entries(CLOUDS).flatMap(([cloud, title]) => [
    `## ${title}`,
    ...coverage.types
      .filter(({ type }) => type.startsWith(`${cloud}_`))
      .map((type) => section(type, coverage)),
  ]);
  return `${[
    "# Coverage",
    "Each check of three other scanners that judges a type Plinth synthesizes: the rule that asks the same, or why none\ndoes. [policies/coverage](../../policies/coverage/README.md) holds what this page is made of.",
    summary(coverage, facts),
    ours(coverage.ours),
    ...clouds,
    elsewhere(coverage.elsewhere),
  ].join("\n\n")}\n`;
}

function summary({ checks }: Coverage, facts: CoverageData["facts"]): string {
  const rows = scanners.map((scanner) => {
    const own = checks.filter((check) => check.scanner === scanner);
    const answered = own.filter(({ rules }) => rules.length > 0).length;
    return `| ${SCANNERS[scanner]} | ${facts[scanner].version} | ${own.length} | ${answered} | ${own.length - answered} |`;
  });
  const head = "| scanner | version | checks | a rule | not applicable |\n|---|---|---:|---:|---:|";
  return `${head}\n${rows.join("\n")}`;
}

function ours(rules: readonly Rule[]): string {
  const list = rules.map((rule) => `- ${link(rule)} ${rule.title}`);
  return `## What none of them asks\n\n${list.join("\n")}`;
}

/** Types that a declaration adds as raw resources, data sources, bindings: nobody says which checks they need. */
function elsewhere(rules: Coverage["elsewhere"]): string {
  const list = rules.map(({ rule, checks }) => `- ${link(rule)} ${checks.join(", ")}`);
  return `## Checks of other types that rules answer too\n\n${list.join("\n")}`;
}

function section({ type, rules, says }: TypeCoverage, { checks }: Coverage): string {
  const own = checks.filter((check) => check.types.includes(type));
  const rest = rules.filter((rule) => !own.some((check) => check.rules.includes(rule)));
  return [
    `### ${type}`,
    ...(says === "rules" ? [] : [`No rule of its own, ${says}.`]),
    ...(own.length === 0 ? [] : [table(own)]),
    ...(rest.length === 0
      ? []
      : [`${own.length === 0 ? "Judged" : "Also judged"} by ${links(rest)}.`]),
  ].join("\n\n");
}

function table(checks: readonly Check[]): string {
  const rows = checks.map((check) => {
    const name = check.also === undefined ? check.id : `${check.id} (${check.also})`;
    const answer = check.rules.length > 0 ? links(check.rules) : reason(check);
    return `| ${name} | ${SCANNERS[check.scanner]} | ${check.asks} | ${answer} |`;
  });
  return `| check | of | asks | answered by |\n|---|---|---|---|\n${rows.join("\n")}`;
}

const reason = ({ notApplicable }: Check): string => `not applicable, ${notApplicable}`;

const link = ({ id }: Rule): string => `[${id}](${id}.md)`;

const links = (rules: readonly Rule[]): string =>
  rules
    .toSorted((a, b) => byNumber(a.id, b.id))
    .map(link)
    .join(", ");
