import type { Inference, Service } from "../../../model/service";
import { awsSignals } from "../../../model/signals";
import type { Slo } from "../../slo/slo";
import type { PanelSpec } from "../panel";
import { percentiles } from "./answer_times";
import { flow, highest, level } from "./aws_targets";
import { ageLimit, latencyLimits } from "./shared_panels";

const { inferenceRequests, inferenceFailures, inferenceOverhead } = awsSignals;
const { modelClientErrors, modelServerErrors } = awsSignals;
const { modelLatencyMedian, modelLatencySlow, modelLatencySlowest } = awsSignals;
const { asyncProcessed, asyncFailures, asyncExpired } = awsSignals;
const { backlogSize, backlogAge, backlogStuck } = awsSignals;
const { endpointCpu, endpointMemory, endpointGpu, endpointGpuMemory } = awsSignals;

/** What is asked, how it is answered and how long that takes. */
export const inferencePanels = (service: Service<Inference>, slos: readonly Slo[]): PanelSpec[] =>
  service.workload.serve.mode === "async"
    ? [questions(service), failures(service), ...backlog(service, slos), latency(service, slos)]
    : [requests(service), failures(service), latency(service, slos), overhead(service)];

const requests = (service: Service): PanelSpec => ({
  id: 481,
  title: "Requests",
  description: `${inferenceRequests.description} ${inferenceFailures.description}`,
  unit: "cps",
  targets: [
    flow(service, inferenceRequests, "requests"),
    flow(service, inferenceFailures, "not answered with 2xx"),
  ],
});

const questions = (service: Service): PanelSpec => ({
  id: 481,
  title: "Questions",
  description: `${asyncProcessed.description} ${asyncFailures.description} ${asyncExpired.description}`,
  unit: "cps",
  targets: [
    flow(service, asyncProcessed, "processed"),
    flow(service, asyncFailures, "failed"),
    flow(service, asyncExpired, "expired"),
  ],
});

const failures = (service: Service): PanelSpec => ({
  id: 482,
  title: "Errors of the model",
  description:
    "What the model itself answers with 4xx and 5xx. More failures than these are connections that broke, or answers that came too late.",
  unit: "cps",
  targets: [flow(service, modelClientErrors, "4xx"), flow(service, modelServerErrors, "5xx")],
});

const latency = (service: Service, slos: readonly Slo[]): PanelSpec => ({
  id: 483,
  title: "Model latency",
  description:
    "Time that the model takes, as SageMaker sees it: that of the median, of the slowest 5 and of the slowest 1 of 100. The line is what an objective allows.",
  unit: "µs",
  limits: latencyLimits(slos).map((limit) => ({ ...limit, from: limit.from * 1_000 })),
  targets: percentiles(service, [modelLatencyMedian, modelLatencySlow, modelLatencySlowest]),
});

const overhead = (service: Service): PanelSpec => ({
  id: 484,
  title: "Overhead (p99)",
  description: inferenceOverhead.description,
  unit: "µs",
  targets: [{ expr: highest(service, inferenceOverhead), legend: "p99" }],
});

const backlog = (service: Service, slos: readonly Slo[]): PanelSpec[] => [
  {
    id: 485,
    title: "Backlog",
    description: `${backlogSize.description} ${backlogStuck.description} That it stays so means that no instance comes up.`,
    unit: "short",
    targets: [
      { expr: level(service, backlogSize), legend: "questions" },
      { expr: highest(service, backlogStuck), legend: "without an instance" },
    ],
  },
  {
    id: 486,
    title: "Oldest question",
    description: `${backlogAge.description} The line is what an objective allows.`,
    unit: "s",
    ...ageLimit(slos),
    targets: [{ expr: highest(service, backlogAge), legend: "age" }],
  },
];

/** How much of its instances, or of its memory, the model uses. */
export function instancePanels(service: Service<Inference>): PanelSpec[] {
  const { serve } = service.workload;
  const used =
    serve.mode === "serverless" ? `Each has ${serve.memoryMiB} MiB.` : onInstances(serve);
  return [
    {
      id: 491,
      title: "CPU and memory",
      description: `${endpointCpu.description} ${endpointMemory.description} ${used}`,
      unit: "percent",
      targets: [
        { expr: highest(service, endpointCpu), legend: "CPU" },
        { expr: highest(service, endpointMemory), legend: "memory" },
      ],
    },
    ...(serve.mode !== "serverless" && serve.hasGpu ? [gpus(service)] : []),
  ];
}

const onInstances = ({
  instances,
  instanceType,
}: Exclude<Inference["serve"], { readonly mode: "serverless" }>): string =>
  `In each cell from ${instances.min} to ${instances.max} of ${instanceType}.`;

const gpus = (service: Service): PanelSpec => ({
  id: 492,
  title: "GPU",
  description: `${endpointGpu.description} ${endpointGpuMemory.description}`,
  unit: "percent",
  targets: [
    { expr: highest(service, endpointGpu), legend: "GPU" },
    { expr: highest(service, endpointGpuMemory), legend: "memory" },
  ],
});
