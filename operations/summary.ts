import { join } from "node:path";
import type { SynthesizedStack } from "../constructs/synth";
import type { ObservabilityCounts } from "../dashboards";
import type { Environment } from "../model/settle";
import { exitCodeOf, type Verdict } from "../policies/gate";
import { renderText } from "./gate/formats/text";
import { findTool, nextSteps } from "./next";
import { renderOutages } from "./slo/outages";
import { reportSlos } from "./slo/report";
import { renderSummary, type SummaryRow } from "./table";

/** What the main job made of one environment. */
export interface Judged {
  readonly environment: Environment;
  readonly stacks: readonly SynthesizedStack[];
  readonly observability: { readonly counts: ObservabilityCounts };
  readonly verdict: Verdict;
}

export interface SummaryOptions {
  /** The folder that holds a folder an environment. */
  readonly output: string;
  /** The PATH, where a tool to plan with is looked for. */
  readonly path: string | undefined;
}

/** What `npm start` prints and ends with: the gate's answer over all environments. */
export function summarize(
  judged: readonly Judged[],
  options: SummaryOptions,
): { readonly text: string; readonly exitCode: number } {
  const next = nextSteps({
    stacks: judged.flatMap(({ stacks }) => stacks.map(({ id }) => id)),
    verdict: worst(judged.map(({ verdict }) => verdict.verdict)),
    tool: findTool(options.path),
  });
  const rows = judged.map((one) => rowOf(one, options.output));
  const findings = judged
    .filter(({ verdict }) => verdict.findings.length > 0)
    .map(({ verdict }) => renderText(verdict));
  return {
    text: [...findings, renderSummary(rows, outagesOf(judged), next)].join("\n"),
    exitCode: Math.max(0, ...judged.map(({ verdict }) => exitCodeOf(verdict))),
  };
}

const outagesOf = (judged: readonly Judged[]): string =>
  renderOutages(reportSlos(judged.map(({ environment }) => environment)).slos);

const BY_SEVERITY = ["deny", "undetermined", "pass"] as const;

function worst(verdicts: readonly Verdict["verdict"][]): Verdict["verdict"] {
  return BY_SEVERITY.find((answer) => verdicts.includes(answer)) ?? "pass";
}

function rowOf(
  { environment, stacks, observability, verdict }: Judged,
  output: string,
): SummaryRow {
  return {
    environment: environment.name,
    stacks: stacks.length,
    resources: stacks.reduce((total, stack) => total + stack.resources, 0),
    findings: verdict.counts,
    ...observability.counts,
    where: join(output, environment.name),
  };
}
