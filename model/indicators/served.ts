import type { WorkloadDeclaration } from "../declaration";
import { problemIf, type FieldProblem } from "./base";

/** What CloudWatch counts of an endpoint whose callers wait, and of one whose questions do. */
const WAITED_FOR = ["availability", "latency"];
const QUEUED = ["success", "freshness"];

/** What an objective of inference asks of the way in which questions are answered. */
export function servedProblems(
  { sli }: { readonly sli: string },
  workload: WorkloadDeclaration,
): FieldProblem[] {
  if (workload.kind !== "inference" || ![...WAITED_FOR, ...QUEUED].includes(sli)) return [];
  const { mode } = workload.serve;
  const own = mode === "async" ? QUEUED : WAITED_FOR;
  if (own.includes(sli)) return [];
  const expected = own.map((one) => JSON.stringify(one)).join(" or ");
  return problemIf(
    "sli",
    `expected ${expected} of an endpoint that serves "${mode}", which is what CloudWatch counts of it, got "${sli}"`,
  );
}
