import type { Rule, Verdict } from "../../policies/gate";
import { plinthVersion } from "../cli/program";
import { rulesFor } from "../rules";
import { writeWhole } from "../write";
import { formatOf, type OutputFlags } from "./flags";
import { format } from "./formats";
import { summaryOf } from "./formats/shared";

/** Prints a verdict, or writes it and says so on standard error. */
export function show(verdict: Verdict, flags: OutputFlags): void {
  let rules: readonly Rule[] | undefined;
  const text = format(verdict, formatOf(flags), {
    version: plinthVersion(),
    home: homeOf(process.env),
    get rules() {
      return (rules ??= rulesFor(flags.policy));
    },
    color: flags.output === undefined && wantsColor(process.stdout, process.env),
  });
  if (flags.output === undefined) {
    process.stdout.write(text);
    return;
  }
  writeWhole(flags.output, text);
  process.stderr.write(`plinth gate: ${summaryOf(verdict)}; written to ${flags.output}\n`);
}

/** In a workflow, the repository that it runs in: links of SARIF lead to its pages. */
function homeOf(environment: NodeJS.ProcessEnv): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  return server && repository ? `${server}/${repository}/blob/HEAD` : undefined;
}

/** @see https://no-color.org */
function wantsColor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== "dumb";
}
