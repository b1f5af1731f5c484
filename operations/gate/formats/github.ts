import type { Finding, Verdict } from "../../../policies/gate/types";
import {
  OUTCOMES,
  count,
  outcomeOf,
  denies,
  origin,
  plain,
  sentence,
  summaryOf,
  type Outcome,
} from "./shared";

/** GitHub shows no more of a step. */
const MOST = 10;

const COMMANDS: Record<Outcome, string> = {
  deny: "error",
  undetermined: "warning",
  advisory: "notice",
  exempt: "notice",
};

/** GitHub's workflow commands: an annotation at the declaration's line for each finding, worst first. */
export function renderGithub(verdict: Verdict): string {
  const ranked = OUTCOMES.flatMap((outcome) =>
    verdict.findings.filter((finding) => outcomeOf(finding) === outcome),
  );
  const rest = ranked.length - MOST;
  return [
    ...ranked.slice(0, MOST).map((finding) => annotation(finding, verdict)),
    ...(rest > 0
      ? [`and ${count(rest, "more finding")}: GitHub shows ${MOST} a step; see the job's summary`]
      : []),
    summaryOf(verdict),
    "",
  ].join("\n");
}

function annotation(finding: Finding, verdict: Verdict): string {
  const outcome = outcomeOf(finding);
  const source = finding.source;
  const at = source === null ? [] : [`file=${property(source.file)}`, `line=${source.line}`];
  const title = `title=${property(`${outcome} ${finding.id} (${finding.severity})`)}`;
  const where = origin(finding).join(" · ") || (finding.construct ?? "");
  const rest = [finding.fix, where].filter((line) => line !== "");
  const body = [sentence(finding), ...rest.map(plain)].join("\n");
  return `::${denies(finding, verdict) ? "error" : COMMANDS[outcome]} ${[...at, title].join(",")}::${data(body)}`;
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
export const data = (text: string): string =>
  text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");

export const property = (text: string): string =>
  data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");
