import type { WorkloadDeclaration } from "../declaration";
import { isBalanceable } from "../workloads/balanced/rules";
import { problemIf, type FieldProblem } from "./base";

/** What a cell's load balancer counts and times of a service of containers or machines, and no other part of AWS does. */
const COUNTED = ["availability", "latency", "throughput"];

/** What it tells from good ones by the status that is answered. */
const BY_STATUS = ["availability", "throughput"];

/** What an objective of such a service asks of its workload. */
export function countedProblems(
  { sli }: { readonly sli: string },
  workload: WorkloadDeclaration,
): FieldProblem[] {
  if (!isBalanceable(workload) || !COUNTED.includes(sli)) return [];
  return problemIf(
    "sli",
    workload.host === undefined
      ? hostlessProblem(sli, workload.kind)
      : statusProblem(sli, workload.protocol),
  );
}

const hostlessProblem = (sli: string, kind: string): string =>
  `expected an objective of a ${kind === "containerService" ? "container service" : "service of machines"} with a \`host\`, whose requests the load balancer counts, got "${sli}"; declare \`workload.host\``;

function statusProblem(sli: string, protocol: string | undefined): string | undefined {
  if (protocol !== "grpc" || !BY_STATUS.includes(sli)) return undefined;
  return `expected "latency" of a service that speaks gRPC, whose failures are answered with the status 200 and are not told apart by a load balancer, got "${sli}"`;
}
