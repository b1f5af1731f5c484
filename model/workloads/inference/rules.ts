import type { ServiceDeclaration } from "../../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { TIERS } from "../../network/slots";
import { show } from "../../problems";
import { boundsProblems } from "../balanced/rules";
import type { Bounds } from "../balanced/settled";
import type {
  AsyncDeclaration,
  InferenceDeclaration,
  NotifyDeclaration,
  RealTimeDeclaration,
  ServerlessDeclaration,
} from "./declaration";
import { settleAsyncBounds } from "./defaults";
import { hasOwnDisks } from "./instance_types";

/** What the fields of a workload of inference mean to one another and to the cloud; paths start at the service. */
export function inferenceProblems(
  workload: InferenceDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  const { serve } = workload;
  return [
    ...problemIf("workload.model.store", storeProblem(workload.model.store, service)),
    ...idleProblems(service),
    ...(serve.mode === "serverless"
      ? problemIf("workload.serve.provisioned", warmProblem(serve))
      : instanceProblems(serve, service, environment)),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "requestDriven" or "eventDriven" on Google Cloud (${environment}), where inference is not built yet (docs/clouds.md); list the service in environments on AWS only, got "inference"`;

function storeProblem(store: string, { stores }: ServiceDeclaration): string | undefined {
  const kind = stores[store]?.kind;
  if (kind === "object") return undefined;
  const known = Object.keys(stores).filter((name) => stores[name]?.kind === "object");
  const names = known.length === 0 ? "there is none" : known.sort().join(", ");
  return `expected the name of one of the service's object stores (${names}), got ${show(store)}${kind === undefined ? "" : `, which is ${kind}`}`;
}

/** What only code could use, whose role it would have. */
function idleProblems(service: ServiceDeclaration): FieldProblem[] {
  const { stores, secrets = {}, models = {}, publishes = {} } = service;
  const foreign = Object.keys(stores)
    .filter((name) => stores[name]?.kind !== "object")
    .sort();
  return [
    ...problemIf("stores", unreached("object stores alone", foreign)),
    ...problemIf("secrets", unreached("none", Object.keys(secrets))),
    ...problemIf("models", unreached("none", Object.keys(models))),
    ...problemIf("publishes", unreached("none", Object.keys(publishes))),
    ...problemIf("invokes", unreached("none", service.invokes ?? [])),
  ];
}

const unreached = (expected: string, got: readonly string[]): string | undefined =>
  got.length === 0
    ? undefined
    : `expected ${expected} of an inference service, whose container reaches nothing, got ${show(got)}`;

function warmProblem({ provisioned, concurrency = 20 }: ServerlessDeclaration): string | undefined {
  if (provisioned === undefined || provisioned <= concurrency) return undefined;
  return `expected at most the concurrency of ${concurrency}, got ${provisioned}`;
}

function instanceProblems(
  serve: RealTimeDeclaration | AsyncDeclaration,
  service: ServiceDeclaration,
  environment: AwsEnvironment,
): FieldProblem[] {
  return [
    ...problemIf("workload.serve.mode", homelessProblem(serve.mode, environment)),
    ...problemIf("workload.serve.volume", volumeProblem(serve)),
    ...(serve.mode === "async"
      ? asyncProblems(serve, service, environment)
      : [
          ...boundsProblems("serve.instances", serve.instances, environment),
          ...(serve.capture
            ? problemIf("workload.serve.capture.store", storeProblem(serve.capture.store, service))
            : []),
        ]),
  ];
}

function homelessProblem(mode: string, { name, network }: AwsEnvironment): string | undefined {
  if (network === undefined)
    return `expected \`network\` of the environment ${name}, in whose private tier instances stand, got "${mode}" alone; declare one, or serve "serverless"`;
  if ((network.tiers ?? TIERS).includes("private")) return undefined;
  return `expected the tier "private" in \`${name}.network.tiers\`, where instances stand, got ${show(network.tiers)}`;
}

function volumeProblem({ instanceType, volume }: RealTimeDeclaration | AsyncDeclaration) {
  if (volume === undefined || !hasOwnDisks(instanceType)) return undefined;
  return `expected none of ${instanceType}, which has disks of its own and is refused by SageMaker with another, got ${volume}; leave it out`;
}

const asyncProblems = (
  serve: AsyncDeclaration,
  service: ServiceDeclaration,
  environment: AwsEnvironment,
): FieldProblem[] => [
  ...problemIf("workload.serve.store", storeProblem(serve.store, service)),
  ...problemIf(
    "workload.serve.instances.max",
    scalingProblem(settleAsyncBounds(serve.instances, environment)),
  ),
  ...(["success", "error"] as const).flatMap((outcome) =>
    problemIf(
      `workload.serve.notify.${outcome}`,
      topicProblem(serve.notify?.[outcome], environment),
    ),
  ),
];

const scalingProblem = ({ min, max }: Bounds): string | undefined =>
  max > min
    ? undefined
    : `expected more than the min of ${min}, or there is nothing to scale, got ${max}`;

function topicProblem(
  topic: NotifyDeclaration["success"],
  { account, region }: AwsEnvironment,
): string | undefined {
  if (topic === undefined || topic.includes(`:sns:${region}:${account}:`)) return undefined;
  return `expected a topic of the account ${account} in ${region}, the only ones that an endpoint tells, got ${show(topic)}`;
}
