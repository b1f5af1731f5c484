import type { Level, Rule, Severity, Stage, UnknownMode } from "./types";

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
  const problems: string[] = [];
  const rules = (inspection.annotations ?? [])
    .filter(({ annotations }) => annotations.scope === "package" && annotations.custom?.["id"])
    .map((entry) => {
      const { title = "", description = "", custom = {} } = entry.annotations;
      const name = entry.path
        .slice(1)
        .map((part) => part.value)
        .join(".");
      problems.push(...problemsOf(entry.location.file, title, custom));
      return described(name, title, description.trim(), custom);
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  problems.push(...twice(rules));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return rules;
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
  const problems: string[] = [];
  const need = (ok: boolean, text: string) => ok || problems.push(`${file}: METADATA: ${text}`);
  need(title !== "", "title is missing");
  need(
    SEVERITIES.includes(String(custom["severity"])),
    `severity must be one of ${SEVERITIES.join(", ")}`,
  );
  need(
    custom["level"] === undefined || LEVELS.includes(String(custom["level"])),
    `level must be one of ${LEVELS.join(", ")}`,
  );
  need(texts(custom["types"]).length > 0, "types must name a resource type");
  need(
    texts(custom["stages"]).length > 0 &&
      texts(custom["stages"]).every((stage) => STAGES.includes(stage)),
    `stages must be among ${STAGES.join(", ")}`,
  );
  need(
    UNKNOWN.includes(String(custom["unknown"] ?? "defer")),
    `unknown must be one of ${UNKNOWN.join(", ")}`,
  );
  need(typeof custom["fix"] === "string", "fix must say what to do");
  return problems;
}

function twice(rules: readonly Described[]): string[] {
  return rules
    .filter((rule, i) => rules.findIndex((other) => other.id === rule.id) !== i)
    .map((rule) => `${rule.id} is used twice: ids are for one policy`);
}
