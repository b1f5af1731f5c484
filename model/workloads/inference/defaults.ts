import type { ServiceDeclaration, Traffic } from "../../declaration";
import { settleLogRetentionDays } from "../../defaults";
import { days, seconds } from "../../duration";
import type { EnvironmentDeclaration } from "../../environment";
import { settleBounds } from "../balanced/defaults";
import type { Bounds } from "../balanced/settled";
import type {
  AsyncDeclaration,
  InferenceDeclaration,
  RealTimeDeclaration,
  ServerlessDeclaration,
} from "./declaration";
import { hasGpu, hasOwnDisks } from "./instance_types";
import type { Async, Inference, OnInstances, RealTime, Serverless, ServingImage } from "./settled";

/** Of AWS's deep learning containers in most regions. */
const FRAMEWORKS = "763104351884";

const INVOCATIONS = 600;
const BACKLOG = 5;

/** The defaults of a workload of inference, settled once. */
export function settleInference(
  workload: InferenceDeclaration,
  { traffic }: Pick<ServiceDeclaration, "traffic">,
  environment: EnvironmentDeclaration,
): Inference {
  const { kind, image, model, serve, environment: variables = {}, logRetention } = workload;
  return {
    ...{ kind, model, environment: variables },
    image: settleImage(image),
    serve: settleServe(serve, traffic, environment),
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
    deletionProtection: workload.deletionProtection ?? environment.stage === "production",
  };
}

function settleImage(image: InferenceDeclaration["image"]): ServingImage {
  if (typeof image === "string") return { framework: undefined, version: image };
  const { repository, tag, account = FRAMEWORKS } = image;
  return { framework: { account, repository }, version: tag };
}

function settleServe(
  serve: InferenceDeclaration["serve"],
  traffic: Traffic,
  environment: EnvironmentDeclaration,
): Inference["serve"] {
  if (serve.mode === "serverless") return settleServerless(serve);
  return serve.mode === "async"
    ? settleAsync(serve, environment)
    : settleRealTime(serve, traffic, environment);
}

function settleRealTime(
  serve: RealTimeDeclaration,
  { peakPerSecond }: Traffic,
  environment: EnvironmentDeclaration,
): RealTime {
  const { invocationsPerInstance = INVOCATIONS, capture } = serve;
  const instances = settleBounds(serve.instances, environment);
  const atPeak = Math.ceil((peakPerSecond * 60) / invocationsPerInstance);
  return {
    ...{ mode: serve.mode, invocationsPerInstance, capture },
    ...settleInstances(serve, instances),
    // A fleet that takes over at its least would have to grow under load.
    firstInstances: Math.min(instances.max, Math.max(instances.min, atPeak)),
  };
}

/** What is asynchronous waits, and may start from nothing. */
export const settleAsyncBounds = (
  declared: Bounds | undefined,
  { stage }: EnvironmentDeclaration,
): Bounds => declared ?? { min: 0, max: stage === "production" ? 4 : 1 };

function settleAsync(serve: AsyncDeclaration, environment: EnvironmentDeclaration): Async {
  const { store, backlogPerInstance = BACKLOG, concurrency, notify = {} } = serve;
  const instances = settleAsyncBounds(serve.instances, environment);
  return {
    ...{ mode: serve.mode, store, backlogPerInstance, concurrency },
    notify: { success: notify.success, error: notify.error },
    ...settleInstances(serve, instances),
    // SageMaker makes no endpoint without an instance.
    firstInstances: Math.max(1, instances.min),
  };
}

const settleInstances = (
  serve: RealTimeDeclaration | AsyncDeclaration,
  instances: Bounds,
): Omit<OnInstances, "firstInstances"> => ({
  instanceType: serve.instanceType,
  instances,
  ownDisks: hasOwnDisks(serve.instanceType),
  hasGpu: hasGpu(serve.instanceType),
  volumeGb: serve.volume,
  startTimeoutSeconds: seconds(serve.startTimeout ?? "10m"),
});

const settleServerless = (serve: ServerlessDeclaration): Serverless => ({
  mode: serve.mode,
  memoryMiB: serve.memory ?? 2_048,
  concurrency: serve.concurrency ?? 20,
  provisioned: serve.provisioned,
});
