import { createHash } from "node:crypto";
import type { Finding, Verdict } from "../../../policies/gate/types";
import {
  OUTCOMES,
  declared,
  denies,
  outcomeOf,
  ownConstruct,
  plain,
  pageLink,
  ruleOf,
  rulePage,
  sentence,
  stackOf,
  type Outcome,
  type RuleOptions,
} from "./shared";

/** GitHub refuses a run with more. */
const MOST = 25_000;

const LEVELS: Record<Outcome, "error" | "warning" | "note"> = {
  deny: "error",
  undetermined: "warning",
  advisory: "note",
  exempt: "note",
};

/** GitHub ranks by a number as CVSS has it. */
const SEVERITIES: Record<Finding["severity"], string> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "3.0",
};

/** Where a finding is shown that no declaration line caused: code scanning refuses one without a place. */
const FALLBACK = { file: "main.ts", line: 1 };

export interface SarifOptions extends RuleOptions {
  /** Of `plinth`. */
  readonly version: string;
}

/** SARIF 2.1.0, one run; worst first, so that what is cut off above the limit is the least. */
export function renderSarif(verdict: Verdict, options: SarifOptions): string {
  const findings = OUTCOMES.flatMap((outcome) =>
    verdict.findings.filter((finding) => outcomeOf(finding) === outcome),
  ).slice(0, MOST);
  const rules = rulesOf(findings);
  const run = {
    tool: {
      driver: {
        name: "plinth gate",
        semanticVersion: options.version,
        ...(options.home !== undefined && { informationUri: `${options.home}/docs/gate.md` }),
        rules: rules.map((finding) => rule(finding, options)),
      },
    },
    automationDetails: { id: "plinth/gate/" },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { SRCROOT: { description: { text: "The repository's root." } } },
    results: findings.map((finding) => result(finding, verdict, rules)),
    properties: { verdict: verdict.verdict, complete: verdict.complete, counts: verdict.counts },
  };
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

const SCHEMA =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** The first finding of each rule, by the rule's id. */
function rulesOf(findings: readonly Finding[]): Finding[] {
  const rules = new Map<string, Finding>();
  for (const finding of findings) if (!rules.has(finding.id)) rules.set(finding.id, finding);
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function rule(finding: Finding, options: SarifOptions) {
  const page = rulePage(finding.id, options);
  const fix = plain(finding.fix === "" ? `See ${page ?? finding.id}` : finding.fix);
  const known = ruleOf(finding.id, options);
  const link = pageLink(finding.id, options);
  return {
    id: finding.id,
    shortDescription: { text: known?.title ?? fix },
    fullDescription: { text: known?.description ?? fix },
    help: { text: page === undefined ? fix : `${fix} (${page})` },
    ...(link !== undefined && { helpUri: link }),
    defaultConfiguration: { level: finding.level === "advisory" ? "note" : "error" },
    properties: {
      "security-severity": SEVERITIES[finding.severity],
      tags: [...new Set(["plinth", ...finding.aliases])],
    },
  };
}

function result(finding: Finding, verdict: Verdict, rules: readonly Finding[]) {
  const outcome = outcomeOf(finding);
  const stack = stackOf(finding, verdict);
  return {
    ruleId: finding.id,
    ruleIndex: rules.findIndex(({ id }) => id === finding.id),
    level: denies(finding, verdict) ? "error" : LEVELS[outcome],
    kind: "fail",
    message: { text: `${sentence(finding)}${declared(finding)}` },
    locations: [location(finding, stack)],
    partialFingerprints: { "plinthFinding/v1": fingerprint(finding, stack) },
    ...(outcome === "exempt" && {
      suppressions: [{ kind: "external", justification: plain(finding.exemption ?? "exempt") }],
    }),
    properties: { outcome, stack, ...(finding.path !== null && { path: finding.path }) },
  };
}

function location(finding: Finding, stack: string) {
  const { file, line } = finding.source ?? FALLBACK;
  return {
    physicalLocation: {
      artifactLocation: {
        uri: plain(file).split("/").map(encodeURIComponent).join("/"),
        uriBaseId: "SRCROOT",
      },
      region: { startLine: line },
    },
    logicalLocations: [
      {
        name: finding.address,
        fullyQualifiedName: ownConstruct(finding) ?? `${stack}/${finding.address}`,
        kind: "resource",
      },
    ],
  };
}

/** Holds neither line nor message: a finding stays the same one when either changes. */
function fingerprint(finding: Finding, stack: string): string {
  const parts = [finding.id, stack, ownConstruct(finding) ?? finding.address, finding.path ?? ""];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
