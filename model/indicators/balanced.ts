import type { WorkloadDeclaration } from "../declaration";
import { problemIf, type FieldProblem } from "./base";

/** What a cell's load balancer counts and times of a container service, and no other part of AWS does. */
const COUNTED = ["availability", "latency", "throughput"];

/** What it tells from good ones by the status that a task answers. */
const BY_STATUS = ["availability", "throughput"];

/** What an objective of a container service asks of its workload. */
export function countedProblems(
  { sli }: { readonly sli: string },
  workload: WorkloadDeclaration,
): FieldProblem[] {
  if (workload.kind !== "containerService" || !COUNTED.includes(sli)) return [];
  return problemIf(
    "sli",
    workload.host === undefined ? hostlessProblem(sli) : statusProblem(sli, workload.protocol),
  );
}

const hostlessProblem = (sli: string): string =>
  `expected an objective of a container service with a \`host\`, whose requests the load balancer counts, got "${sli}"; declare \`workload.host\``;

function statusProblem(sli: string, protocol: string | undefined): string | undefined {
  if (protocol !== "grpc" || !BY_STATUS.includes(sli)) return undefined;
  return `expected "latency" of a service that speaks gRPC, whose failures are answered with the status 200 and are not told apart by a load balancer, got "${sli}"`;
}
