import type { Finding, Verdict } from "../../../policies/gate/types";
import {
  byStack,
  denies,
  origin,
  outcomeOf,
  plain,
  stacksOf,
  summaryOf,
  type StackFindings,
} from "./shared";

/**
 * JUnit XML as Jenkins takes it: a suite a stack, a case a finding; a stack without findings is one case that passes.
 * That schema has no file and line of a case, and no count of skipped ones over all suites.
 */
export function renderJunit(verdict: Verdict): string {
  const found = byStack(verdict);
  const silent = stacksOf(verdict)
    .filter((stack) => !found.some((group) => group.stack === stack))
    .map((stack): StackFindings => ({ stack, findings: [] }));
  const suites = [...found, ...silent].sort((a, b) => (a.stack < b.stack ? -1 : 1));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="plinth gate"${totals(suites, verdict).all}>`,
    ...suites.flatMap((suite) => testSuite(suite, verdict)),
    "</testsuites>",
    "",
  ].join("\n");
}

function totals(
  suites: readonly StackFindings[],
  verdict: Verdict,
): { all: string; skipped: string } {
  const all = suites.flatMap(({ findings }) => findings);
  const empty = suites.filter(({ findings }) => findings.length === 0).length;
  const failures = all.filter((finding) => denies(finding, verdict)).length;
  const tests = all.length + empty;
  return {
    all: ` tests="${tests}" failures="${failures}" errors="0"`,
    skipped: ` skipped="${all.length - failures}"`,
  };
}

function testSuite(suite: StackFindings, verdict: Verdict): string[] {
  const cases =
    suite.findings.length === 0
      ? [`    <testcase classname="${xml(suite.stack)}" name="${xml(summaryOf(verdict))}"/>`]
      : suite.findings.flatMap((finding) => testCase(finding, suite.stack, verdict));
  const { all, skipped } = totals([suite], verdict);
  return [
    `  <testsuite name="${xml(suite.stack)}"${all}${skipped} timestamp="${xml(verdict.judgedAt)}">`,
    ...cases,
    "  </testsuite>",
  ];
}

function testCase(finding: Finding, stack: string, verdict: Verdict): string[] {
  const path = finding.path === null ? "" : ` ${finding.path}`;
  const name = xml(plain(`${finding.id} ${finding.address}${path}`));
  return [
    `    <testcase classname="${xml(plain(`${stack}.${finding.type}`))}" name="${name}">`,
    `      ${outcome(finding, verdict)}`,
    "    </testcase>",
  ];
}

function outcome(finding: Finding, verdict: Verdict): string {
  const kind = outcomeOf(finding);
  const [tag, message] = denies(finding, verdict)
    ? ["failure", finding.message]
    : ["skipped", `${kind}: ${finding.message}`];
  const body = [finding.message, finding.fix && `fix: ${finding.fix}`, ...origin(finding)];
  const lines = body.filter((line) => line !== "").map(plain);
  return `<${tag} type="${xml(finding.severity)}" message="${xml(plain(message))}">${xml(lines.join("\n"))}</${tag}>`;
}

/** Escaped for text and attributes; what XML 1.0 cannot hold at all is replaced. */
export function xml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
      .replace(/[&<>"'\r\n\t]/g, (character) => ENTITIES[character] ?? character)
  );
}

/** Line ends and tabs as references, or a parser makes spaces of them in attributes. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};
