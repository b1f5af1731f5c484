import type { Member } from "./read";

/** What a text in a cell must not hold as it is. */
const cell = (text: string): string => text.replaceAll("|", "\\|");

const code = (text: string): string => `\`${cell(text)}\``;

/** The headings of a page that a type may be read at, by the names of the types. */
export type Headings = ReadonlySet<string>;

/** A row for each: its name, type, default and what it is. */
export function membersTable(members: readonly Member[], headings: Headings = new Set()): string {
  return [
    "| property | type | default | what it is |",
    "| --- | --- | --- | --- |",
    ...members.map(
      (one) =>
        `| ${code(one.name)} | ${typeOf(one, headings)} | ${defaultOf(one)} | ${sentence(one)} |`,
    ),
  ].join("\n");
}

/** The same of what is only read. */
export function dataTable(members: readonly Member[]): string {
  return [
    "| property | type | what it is |",
    "| --- | --- | --- |",
    ...members.map((one) => `| ${code(one.name)} | ${code(one.type)} | ${sentence(one)} |`),
  ].join("\n");
}

/** A type's text; where the page has a heading of a name in it, that leads there. */
function typeOf({ type }: Member, headings: Headings): string {
  const name = (type.match(/\w+/g) ?? []).find((word) => headings.has(word));
  return name === undefined ? code(type) : `[${code(type)}](#${name.toLowerCase()})`;
}

/** `- nobody` is a default in words, `30` a value. */
function defaultOf({ optional, byDefault }: Member): string {
  if (byDefault === undefined) return optional ? "none" : "**required**";
  return byDefault.startsWith("- ") ? cell(byDefault.slice(2)) : valueOf(byDefault);
}

/** The value as code, what is said of it as text. */
function valueOf(text: string): string {
  const [, value = "", rest = ""] =
    /^("[^"]*"|[\d_.]+|\[\]|\{\}|true|false)?(.*)$/.exec(text) ?? [];
  return `${value === "" ? "" : code(value)}${cell(rest)}`;
}

function sentence({ summary, see }: Member): string {
  return [cell(summary), ...see.map((where) => `See ${cell(where)}`)].join(" ").trim();
}
