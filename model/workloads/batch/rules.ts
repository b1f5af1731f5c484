import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { TIERS } from "../../network/slots";
import { duplicateProblem, show } from "../../problems";
import { ownVariableProblem } from "../balanced/rules";
import { architectureOf } from "../machines/type_rules";
import { settleJob, settleMaxVcpus, settleTypes } from "./defaults";
import type { BatchJobsDeclaration } from "./declaration";
import { LEFT_TO_JOBS, mayHaveGpus, sizesOf, type Size } from "./sizes";

/** What the fields of a workload of jobs mean to one another, to its environment and to the cloud; paths start at the service. */
export function batchProblems(
  workload: BatchJobsDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...problemIf("workload.kind", homelessProblem(environment)),
    ...problemIf("workload.types", typesProblem(workload) ?? fitProblem(workload)),
    ...problemIf("workload.sharedMemory", sharedProblem(workload)),
    ...problemIf("workload.maxVcpus", mostProblem(workload, environment)),
    ...problemIf(
      "workload.environment",
      ownVariableProblem(workload, OWN_VARIABLES) ?? takenVariableProblem(workload),
    ),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where jobs are not built yet (docs/clouds.md); list the service in environments on AWS only, got "batch"`;

/** A machine reaches ECS, which has it run jobs, and whatever a job asks, out of the network. */
function homelessProblem({ name, network }: AwsEnvironment): string | undefined {
  if (network === undefined)
    return `expected \`network\` of the environment ${name}, in whose private tier jobs run, got "batch" alone`;
  if (!(network.tiers ?? TIERS).includes("private"))
    return `expected the tier "private" in \`${name}.network.tiers\`, where jobs run, got ${show(network.tiers)}`;
  const { nat = "none" } = network;
  if (nat !== "none") return undefined;
  return `expected a way out of the network, by which machines are told of jobs: \`${name}.network.nat\` of "single" or "perZone", got ${show(nat)}`;
}

/** A family has no dot; what tells processors apart stands before it. */
const processorsOf = (type: string) => architectureOf(`${type}.`);

function typesProblem(workload: BatchJobsDeclaration): string | undefined {
  const { types, gpus = 0 } = workload;
  if (types === undefined) return undefined;
  const [first = ""] = types;
  const foreign = types.find((type) => processorsOf(type) !== processorsOf(first));
  if (foreign !== undefined)
    return `expected types with processors of one kind, got ${show(first)}, which is ${processorsOf(first)}, and ${show(foreign)}, which is ${processorsOf(foreign)}`;
  const arm = gpus > 0 && types.find((type) => processorsOf(type) === "arm64");
  if (arm)
    return `expected types with processors of x86_64, for which AWS has an image with the drivers of GPUs, got ${show(arm)}, which is arm64`;
  return duplicateProblem(types);
}

/** Undefined where one of the types may run the job, or is not known here. */
function fitProblem(workload: BatchJobsDeclaration): string | undefined {
  const types = settleTypes(workload);
  const job = settleJob(workload);
  const candidates = job.gpus === 0 ? types : types.filter(mayHaveGpus);
  const known = candidates.map(sizesOf);
  if (known.some((sizes) => sizes === undefined)) return undefined;
  const all = known.flatMap((sizes) => sizes ?? []);
  const enough = all.filter(({ gpus }) => gpus >= job.gpus);
  if (enough.length === 0)
    return `expected a type that has the ${gpusText(job.gpus)} of a job, got ${show(types)}, whose largest has ${Math.max(0, ...all.map(({ gpus }) => gpus))}`;
  if (enough.some((size) => fits(job, size))) return undefined;
  const [largest] = [...enough].sort((a, b) => b.cpus - a.cpus || b.memoryMiB - a.memoryMiB);
  return `expected a type with ${job.gpus === 0 ? "" : `${gpusText(job.gpus)}, `}${job.cpu} virtual CPUs and ${job.memoryMiB} MiB left for a job, got ${show(types)}, whose largest has ${largest?.cpus} and leaves ${left(largest)} MiB`;
}

const gpusText = (gpus: number): string => (gpus === 1 ? "1 GPU" : `${gpus} GPUs`);

const left = (size: Size | undefined): number => Math.floor((size?.memoryMiB ?? 0) * LEFT_TO_JOBS);

const fits = (job: ReturnType<typeof settleJob>, size: Size): boolean =>
  job.cpu <= size.cpus && job.memoryMiB <= left(size);

function sharedProblem(workload: BatchJobsDeclaration): string | undefined {
  const { sharedMemoryMiB, memoryMiB } = settleJob(workload);
  if (sharedMemoryMiB < memoryMiB) return undefined;
  return `expected less than the ${memoryMiB} MiB of the job's \`memory\`, of which it is a part, got ${sharedMemoryMiB}`;
}

/** A job that is larger than all there may be would wait for ever. */
function mostProblem(
  workload: BatchJobsDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const most = settleMaxVcpus(workload, environment);
  const { cpu } = settleJob(workload);
  return most >= cpu
    ? undefined
    : `expected at least the ${cpu} virtual CPUs of a job, or none ever starts, got ${most}`;
}

/** What the construct itself says to the container. */
const OWN_VARIABLES: readonly string[] = ["SERVICE", "ENVIRONMENT", "SCRATCH", "TMPDIR"];

/** @see https://docs.aws.amazon.com/batch/latest/userguide/job_env_vars.html */
function takenVariableProblem({ environment = {} }: BatchJobsDeclaration): string | undefined {
  const taken = Object.keys(environment).find((name) => name.startsWith("AWS_BATCH"));
  return (
    taken &&
    `expected no name that begins with AWS_BATCH, which are Batch's own, got ${show(taken)}`
  );
}
