import { dirname, join, relative } from "node:path/posix";
import type { Page } from "../policy/pages";
import type { Documented } from "./read";
import { dataTable, membersTable } from "./table";

export const NOTE = "<!-- Generated from docstrings by `npm run reference`. Do not edit. -->";

/** A construct as its page says it. */
export interface ConstructDocs extends Documented {
  /** Terraform types that its own file makes, and files beside it that have no page of their own; sorted. */
  readonly creates: readonly string[];
  /** Files of the constructs that it puts together, sorted. */
  readonly uses: readonly string[];
}

/** An index by cloud and a page per construct, below `docs/constructs/`. */
export function constructPages(constructs: readonly ConstructDocs[]): Page[] {
  return [
    { path: "README.md", text: index(constructs) },
    ...constructs.map((one) => ({ path: pathOf(one), text: page(one, constructs) })),
  ];
}

/** `WorkQueue` of `constructs/aws/work_queue.ts` is said at `aws/WorkQueue.md`. */
const pathOf = ({ file, name }: Documented): string =>
  `${dirname(file).replace(/^constructs\//, "")}/${name}.md`;

const CLOUDS = { aws: "AWS", gcp: "Google Cloud" } as const;

function index(constructs: readonly ConstructDocs[]): string {
  const parts = Object.entries(CLOUDS).map(([folder, cloud]) => {
    const own = constructs.filter(({ file }) => file.startsWith(`constructs/${folder}/`));
    return `## ${cloud}\n\n${indexTable(own)}\n`;
  });
  return `${NOTE}

# Constructs

What Plinth builds with, a page each: what it makes, what it takes and what it gives. Each works alone in any cdktf app
([how](../../constructs/README.md)); what a service's declaration says is in [the declaration's page](../declaration.md).

${parts.join("\n")}`;
}

function indexTable(constructs: readonly ConstructDocs[]): string {
  const rows = constructs.map((one) => `| [${one.name}](${pathOf(one)}) | ${one.summary} |`);
  return ["| construct | what it is |", "| --- | --- |", ...rows].join("\n");
}

function page(one: ConstructDocs, all: readonly ConstructDocs[]): string {
  const here = dirname(pathOf(one));
  const up = relative(join("docs/constructs", here), one.file);
  const links = all
    .filter(({ file }) => one.uses.includes(file))
    .map((used) => `[${used.name}](${relative(here, pathOf(used))})`);
  return [
    NOTE,
    `# ${one.name}`,
    one.summary,
    [
      `- **Makes**: ${one.creates.map((type) => `\`${type}\``).join(", ") || "nothing itself"}`,
      `- **Puts together**: ${links.join(", ") || "no other construct"}`,
      `- **Source**: [${one.file}](${up})`,
    ].join("\n"),
    ...section("Takes", one.props.length > 0 && membersTable(one.props)),
    ...section("Gives", one.members.length > 0 && dataTable(one.members)),
  ]
    .join("\n\n")
    .concat("\n");
}

const section = (title: string, table: string | false): string[] =>
  table === false ? [] : [`## ${title}`, table];
