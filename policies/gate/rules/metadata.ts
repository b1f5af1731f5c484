import type { Level, Rule, Severity, Stage, UnknownMode } from "../types";

/** What `opa inspect -a` prints, as far as it is used. */
export interface Inspection {
  /** Package, with `data.`, to its files. */
  readonly namespaces: Readonly<Record<string, readonly string[]>>;
  readonly annotations?: readonly {
    readonly annotations: {
      readonly scope: string;
      readonly title?: string;
      readonly description?: string;
      readonly custom?: Readonly<Record<string, unknown>>;
    };
    readonly path: readonly { readonly value: string }[];
    readonly location: { readonly file: string };
  }[];
}

type Described = Omit<Rule, "reads">;

const KEYS = [
  "id",
  "severity",
  "level",
  "types",
  "stages",
  "aliases",
  "controls",
  "fix",
  "unknown",
];
/** With a part behind a dash, so that it is no word of the gate's own such as `CHECK`. */
export const ID = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/;
export const TYPE = /^[a-z][a-z0-9_]*$/;
const SEVERITIES = ["critical", "high", "medium", "low"];
const LEVELS = ["advisory", "overridable", "hard"];
const STAGES = ["synth", "plan"];
const UNKNOWN = ["set", "defer", "deny"];

/**
 * The rules a set of policies describes in METADATA, sorted by id.
 *
 * @throws Error listing every problem: a missing key, a value that is none, an id used twice
 */
export function rulesOf(inspection: Inspection): Described[] {
  const entries = (inspection.annotations ?? [])
    .filter(({ annotations }) => annotations.scope === "package" && annotations.custom?.["id"])
    .map(entryOf)
    .sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
  const problems = [...entries.flatMap(({ problems }) => problems), ...twice(entries)];
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return entries.map(({ rule }) => rule);
}

interface Entry {
  readonly rule: Described;
  readonly file: string;
  readonly problems: readonly string[];
}

function entryOf({
  annotations,
  path,
  location: { file },
}: NonNullable<Inspection["annotations"]>[number]): Entry {
  const { title = "", description = "", custom = {} } = annotations;
  const name = path
    .slice(1)
    .map((part) => part.value)
    .join(".");
  return {
    rule: described(name, title, description.trim(), custom),
    file,
    problems: problemsOf(file, title, custom),
  };
}

function described(
  name: string,
  title: string,
  description: string,
  custom: Readonly<Record<string, unknown>>,
): Described {
  return {
    id: String(custom["id"]),
    package: name,
    title,
    description,
    severity: custom["severity"] as Severity,
    ...(custom["level"] !== undefined && { level: custom["level"] as Level }),
    types: texts(custom["types"]),
    stages: texts(custom["stages"]) as Stage[],
    aliases: texts(custom["aliases"]),
    controls: texts(custom["controls"]),
    fix: String(custom["fix"] ?? ""),
    unknown: (custom["unknown"] ?? "defer") as UnknownMode,
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function problemsOf(
  file: string,
  title: string,
  custom: Readonly<Record<string, unknown>>,
): string[] {
  const claims: [boolean, string][] = [
    [title !== "", "title is missing"],
    [ID.test(String(custom["id"])), `id must be such as TEAM-SQS-001, got ${String(custom["id"])}`],
    [oneOf(SEVERITIES, custom["severity"]), `severity must be one of ${SEVERITIES.join(", ")}`],
    [
      custom["level"] === undefined || oneOf(LEVELS, custom["level"]),
      `level must be one of ${LEVELS.join(", ")}`,
    ],
    [allOf(custom["types"], (type) => TYPE.test(type)), "types must name a resource type"],
    [allOf(custom["stages"], isStage), `stages must be among ${STAGES.join(", ")}`],
    [oneOf(UNKNOWN, custom["unknown"] ?? "defer"), `unknown must be one of ${UNKNOWN.join(", ")}`],
    [typeof custom["fix"] === "string", "fix must say what to do"],
    ...["aliases", "controls"].map((key): [boolean, string] => [
      custom[key] === undefined || Array.isArray(custom[key]),
      `${key} must be a list`,
    ]),
    ...Object.keys(custom).map((key): [boolean, string] => [
      KEYS.includes(key),
      `custom.${key} means nothing; expected ${KEYS.join(", ")}`,
    ]),
  ];
  return claims.filter(([holds]) => !holds).map(([, text]) => `${file}: METADATA: ${text}`);
}

const oneOf = (words: readonly string[], value: unknown) => words.includes(String(value));

const allOf = (value: unknown, holds: (text: string) => boolean) =>
  texts(value).length > 0 && texts(value).every(holds);

const isStage = (text: string) => STAGES.includes(text);

function twice(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ rule: { id }, file }, i) => {
    const first = entries[i - 1];
    return first?.rule.id === id
      ? [`${id} is used twice, by ${first.file} and ${file}: ids are for one policy`]
      : [];
  });
}
