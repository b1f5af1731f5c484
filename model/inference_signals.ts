import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

const LABEL = "dimension_EndpointName";
const EACH_REQUEST = "every request to the endpoint";

/**
 * CloudWatch tells endpoints apart by their name, and what serves there by the variant, of which there is one.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
 */
const onVariant = {
  namespace: "AWS/SageMaker",
  dimensions: ["EndpointName", "VariantName"],
  label: LABEL,
} as const;

const onModel = cloudWatch({ ...onVariant, resource: "model", emittedBy: EACH_REQUEST });
const onEndpoint = cloudWatch({ ...onVariant, resource: "endpoint", emittedBy: EACH_REQUEST });
/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-monitor.html */
const onAsync = cloudWatch({ ...onVariant, resource: "asyncEndpoint", emittedBy: EACH_REQUEST });
const onBacklog = cloudWatch({
  ...onVariant,
  dimensions: ["EndpointName"],
  resource: "backlog",
  emittedBy: "every endpoint that answers asynchronously",
});
const USED = { ...onVariant, namespace: "/aws/sagemaker/Endpoints", emittedBy: "each instance" };
const onInstances = cloudWatch({ ...USED, resource: "endpointInstances" });
const onGpus = cloudWatch({ ...USED, resource: "endpointGpus" });

const level = {
  statistic: "Maximum",
  semantics: "gauge",
  nilToZero: false,
} as const;

/** A percentile of the time that the model takes, as SageMaker sees it. */
export const modelLatencyAt = (percentile: number): CloudWatchSignal =>
  onModel({
    metric: "ModelLatency",
    statistic: `p${percentile}`,
    unit: "microseconds",
    semantics: "gauge",
    nilToZero: false,
    description: `Time in which the model answers ${percentile} of 100 requests, without SageMaker's own.`,
  });

/** What CloudWatch knows of endpoints of SageMaker. */
export const inferenceSignals = {
  inferenceRequests: onEndpoint({
    ...count,
    metric: "Invocations",
    description: "Requests that were handed to the model.",
  }),
  inferenceFailures: onEndpoint({
    ...count,
    metric: "InvocationModelErrors",
    description:
      "Requests that the model did not answer with 2xx: 4xx and 5xx, broken connections and answers that came too late.",
  }),
  inferenceOverhead: onEndpoint({
    metric: "OverheadLatency",
    statistic: "p99",
    unit: "microseconds",
    semantics: "gauge",
    nilToZero: false,
    description: "Time that SageMaker itself adds to 99 of 100 requests; a cold start is in it.",
  }),
  modelClientErrors: onModel({
    ...count,
    metric: "Invocation4XXErrors",
    description: "Requests that the model answered with 4xx.",
  }),
  modelServerErrors: onModel({
    ...count,
    metric: "Invocation5XXErrors",
    description: "Requests that the model answered with 5xx.",
  }),
  modelLatencyMedian: modelLatencyAt(50),
  modelLatencySlow: modelLatencyAt(95),
  modelLatencySlowest: modelLatencyAt(99),
  asyncProcessed: onAsync({
    ...count,
    metric: "InvocationsProcessed",
    description: "Questions that an instance took from the backlog and ended with.",
  }),
  asyncFailures: onAsync({
    ...count,
    metric: "InvocationFailures",
    description:
      "Questions that were not answered: the model failed, or its object could not be read or written.",
  }),
  asyncExpired: onAsync({
    ...count,
    metric: "ExpiredRequests",
    description: "Questions that waited for longer than who asked allowed.",
  }),
  backlogSize: onBacklog({
    ...level,
    unit: "count",
    metric: "ApproximateBacklogSize",
    description: "Questions that wait or are being answered.",
  }),
  backlogAge: onBacklog({
    ...level,
    unit: "seconds",
    metric: "ApproximateAgeOfOldestRequest",
    description: "Age of the oldest question that waits.",
  }),
  backlogStuck: onBacklog({
    ...level,
    unit: "count",
    metric: "HasBacklogWithoutCapacity",
    description: "Whether questions wait while no instance runs: 1 where they do.",
  }),
  endpointCpu: onInstances({
    ...level,
    unit: "percent",
    metric: "CPUUtilization",
    statistic: "Average",
    description: "CPU that containers use, 100 for each core.",
  }),
  endpointMemory: onInstances({
    ...level,
    unit: "percent",
    metric: "MemoryUtilization",
    statistic: "Average",
    description: "Memory that containers use of their instance's.",
  }),
  endpointGpu: onGpus({
    ...level,
    unit: "percent",
    metric: "GPUUtilization",
    statistic: "Average",
    description: "GPU that containers use, 100 for each.",
  }),
  endpointGpuMemory: onGpus({
    ...level,
    unit: "percent",
    metric: "GPUMemoryUtilization",
    statistic: "Average",
    description: "Memory of GPUs that containers use, 100 for each.",
  }),
} satisfies Record<string, CloudWatchSignal>;
