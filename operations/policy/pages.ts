/** Writes a page per policy from its METADATA: `npm run policies:docs`. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policiesFolder } from "./build";
import { coverageOf } from "./coverage/coverage";
import { coverageData } from "./coverage/data";
import { coveragePage } from "./coverage/page";
import { enforced } from "../../policies/gate/rules/enforcement";
import type { Manifest, Rule } from "../../policies/gate/types";

export interface Page {
  /** Below `docs/policies/`. */
  readonly path: string;
  readonly text: string;
}

/** By which a generated page is known. */
export const NOTE = "<!-- Generated from the METADATA of the policies by ";

const SHIPPED = note("npm run policies:docs");

function note(command: string): string {
  return `${NOTE}\`${command}\`. Do not edit. -->`;
}

const UNKNOWN = {
  set: "Counts as set: the rule asks whether there is a value, not which.",
  defer: "Undetermined; where the synthesized stack is judged too, its answer stands.",
  deny: "Denied.",
};

/** The index, the coverage of other scanners' checks, and a page per rule, sorted by id. */
export function policyPages(manifest: Manifest): Page[] {
  return [
    { path: "README.md", text: index(manifest.rules) },
    { path: "coverage.md", text: `${SHIPPED}\n\n${coverage(manifest)}` },
    ...manifest.rules.map((rule) => {
      const source = `policies/${folderOf(rule)}`;
      return { path: `${rule.id}.md`, text: page(rule, SHIPPED, link(source, "../../")) };
    }),
  ];
}

/** The same of a team's rules, without coverage: `plinth policy build` writes them. */
export function ownPages(rules: readonly Rule[], folder: string): Page[] {
  const own = note(`plinth policy build ${folder}`);
  return [
    { path: "README.md", text: `${own}\n\n# Policies\n\n${table(rules)}\n` },
    ...rules.map((rule) => ({
      path: `${rule.id}.md`,
      text: page(rule, own, link(folderOf(rule), "../")),
    })),
  ];
}

const folderOf = (rule: Rule) => rule.package.replaceAll(".", "/");

const link = (path: string, up: string) => `[${path}](${up}${path})`;

function coverage(manifest: Manifest): string {
  const data = coverageData(join(policiesFolder, "coverage"));
  return coveragePage(coverageOf(data, manifest), data);
}

function table(rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${enforced(rule).level} | ${rule.stages.join(", ")} |`,
  );
  return [
    "| id | rule | severity | level | stages |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function index(rules: readonly Rule[]): string {
  return `${SHIPPED}

# Policies

What the gate asks of every stack. A rule is tested at each stage it names; at others it is not
applicable. \`CHECK\` is a \`check\` block of the plan that failed; \`FREEZE\` is the [release freeze](../freeze.md); \`EXEMPTION\` reports an exemption
that does not apply, soon will not, or is not bound. [Coverage](coverage.md) says which rule answers which
check of other scanners. A finding of level \`advisory\` informs and never denies,
\`overridable\` denies unless exempted, \`hard\` denies whatever is exempted; an environment may set levels and
severities ([how](../gate.md#levels)).

${table(rules)}
`;
}

function page(rule: Rule, head: string, source: string): string {
  const code = (names: readonly string[]) =>
    names.map((name) => `\`${name}\``).join(", ") || "none";
  return `${head}

# ${rule.id}: ${rule.title}

${rule.description}

- **Fix**: ${rule.fix}
- **Severity**: ${rule.severity}
- **Level**: ${enforced(rule).level}
- **Stages**: ${rule.stages.join(", ")}
- **Types**: ${code(rule.types)}
- **Fields read**: ${code(fieldsOf(rule))}
- **A value known only after apply**: ${UNKNOWN[rule.unknown]}
- **Also known as**: ${code(rule.aliases)}
- **Controls**: ${code(rule.controls)}
- **Source**: ${source}
`;
}

/** From `opa deps`: what the rule can be influenced by. */
function fieldsOf(rule: Rule): string[] {
  const heads = ["after", "links", "actions", "replacePaths"];
  const fields = rule.reads
    .filter((path) => heads.includes(String(path[0])))
    .map((path) => (path[0] === "after" ? path.slice(1) : path).join("."));
  return [...new Set(fields)].sort();
}

if (require.main === module) {
  const root = policiesFolder;
  const manifest = JSON.parse(
    readFileSync(join(root, "gate/bundle/manifest.json"), "utf8"),
  ) as Manifest;
  const docs = join(root, "..", "docs", "policies");
  mkdirSync(docs, { recursive: true });
  for (const name of readdirSync(docs)) rmSync(join(docs, name));
  for (const { path, text } of policyPages(manifest)) writeFileSync(join(docs, path), text);
}
