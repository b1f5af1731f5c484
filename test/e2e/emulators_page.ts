import { join } from "node:path";
import { NEEDS } from "../../constructs/aws/pipeline/needs/by_type";
import type { TerraformJson } from "../../constructs/terraform_json";
import { coverageData } from "../../operations/policy/coverage/data";
import { repository } from "./commands";
import { IN_MOTO } from "./emulators";
import { STORIES, UNTRIED } from "./stories";

export const PAGE = "docs/emulators.md";

/** How the actions of IAM begin, of what is in moto. */
const IN_MOTO_BY_ACTION = new Set<string>(Object.values(IN_MOTO));

const typesIn = (stacks: readonly TerraformJson[]): string[] =>
  stacks.flatMap(({ resource }) => Object.keys(resource ?? {}));

/** The stories that apply each type, by type. */
export function triedTypes(): ReadonlyMap<string, readonly string[]> {
  const tried = new Map<string, string[]>();
  for (const [story, stacks] of Object.entries(STORIES)) {
    for (const type of new Set(typesIn(stacks()))) {
      tried.set(type, [...(tried.get(type) ?? []), story]);
    }
  }
  return tried;
}

/** Of AWS, sorted. */
export const madeTypes = (): string[] =>
  Object.keys(coverageData(join(repository, "policies", "coverage")).types)
    .filter((type) => type.startsWith("aws_"))
    .sort();

/** A type is where its first call goes. */
function emulatorOf(type: string): string {
  const [service = ""] = (NEEDS[type]?.read[0] ?? "").split(":");
  return IN_MOTO_BY_ACTION.has(service) ? "moto" : "ministack";
}

/** Generated: the types that Plinth makes, and whether an emulator takes them. */
export function emulatorsPage(): string {
  const tried = triedTypes();
  const made = madeTypes();
  const rows = made.flatMap((type) => {
    const stories = tried.get(type);
    return stories === undefined ? [] : [[`\`${type}\``, emulatorOf(type), stories.join(", ")]];
  });
  const untried = made.filter((type) => !tried.has(type));
  return [
    ...["<!-- Written by `npm run emulators`. -->", "", "# What was applied, and where", ""],
    ...[INTRODUCTION, ""],
    ...table(["type", "emulator", "stories"], rows),
    ...["", "## What was not", "", OTHERS, ""],
    ...table(
      ["type", "why"],
      untried.map((type) => [`\`${type}\``, UNTRIED[type] ?? ""]),
    ),
    "",
  ].join("\n");
}

const INTRODUCTION = `Each story of \`test/e2e/\` applies stacks for real, by Terraform and the real AWS provider, on emulators of AWS: a second plan is empty, and destroy leaves
nothing. This is every type of AWS that Plinth makes, the emulator that took it, and the stories that applied it. An emulator is not AWS: it shows that
the provider takes what is written, in an order that works, and calls what a pipeline's roles have ([identity](identity.md)). What the emulators lack or say otherwise than AWS is set right
in \`tools/moto/patch\` and \`tools/ministack/patch\`, each with what it is.`;

const OTHERS = `These are planned with the real provider and judged by the gate, and applied by nobody here. Of Google Cloud there is no emulator of what Plinth
makes: its stacks are planned alone.`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
