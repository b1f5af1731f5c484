import type { TerraformJson } from "../../constructs/terraform_json";
import { renderObservability } from "../../dashboards";
import type { AwsEnvironment } from "../../model/environment";
import { settle } from "../../model/settle";
import { JOBS, TRAINING } from "../constructs/support/batch";
import { synthesizeAll } from "../constructs/support/synth";
import type { Estate } from "./estate";
import { writeStack } from "./local_stack";

/** The stacks of an environment in which jobs run. */
export const NETWORK = `${JOBS.name}-network`;
export const CELL = `${JOBS.name}-c01`;
export const QUEUE = `${CELL}-nightly-training`;

/** Spare capacity first, and at the price of the hour after; the emulators make no subnets with addresses of IPv6. */
const DECLARED = {
  ...JOBS,
  network: { ...JOBS.network, ipv6: false, endpoints: [], tiers: ["public", "private"] },
  services: [{ ...TRAINING, workload: { ...TRAINING.workload, spot: "first" } }],
} as const satisfies AwsEnvironment;

/** By their ids. */
export const jobStacks = (): Readonly<Record<string, TerraformJson>> =>
  Object.fromEntries(
    synthesizeAll([DECLARED])
      .filter(({ id }) => [NETWORK, CELL].includes(id))
      .map(({ id, json }) => [id, json]),
  );

export function declare(estate: Estate): void {
  for (const [id, json] of Object.entries(jobStacks())) writeStack(estate, id, json);
}

/** What is to be done about a job that is overdue. */
export const overdueRunbook = (): string => {
  const page = renderObservability(settle(DECLARED)).files.find(({ path }) =>
    path.endsWith("nightly-training-job-overdue.md"),
  );
  if (page === undefined) throw new Error("no runbook of jobs that are overdue");
  return page.text;
};
