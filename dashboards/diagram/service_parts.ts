import { formatDuration } from "../../model/duration";
import {
  isBatch,
  isContainerService,
  isContentDelivery,
  isEventDriven,
  isGraphql,
  isInference,
  isRequestDriven,
  isVirtualMachines,
  isWorkflow,
  type ContainerService,
  type ContentDelivery,
  type EventDriven,
  type Graphql,
  type RequestDriven,
  type Service,
  type VirtualMachines,
} from "../../model/service";
import { UNITS_PER_CPU } from "../../model/workloads/containers/sizes";
import { EDGE_EVENTS } from "../../model/workloads/delivery/events";
import type { EdgePlace } from "../../model/workloads/delivery/settled";
import { accesses, drawn, functionLines, idIn, OUTSIDE, waking, type ServiceParts } from "./drawn";
import type { Node } from "./flowchart";
import { jobs } from "./job_parts";
import { inference } from "./inference_parts";
import { workflow } from "./workflow_parts";

export { OUTSIDE, type ServiceParts } from "./drawn";

export function partsOf(service: Service): ServiceParts {
  if (isEventDriven(service)) return eventDriven(service);
  if (isRequestDriven(service)) return requestDriven(service);
  if (isGraphql(service)) return graphql(service);
  if (isWorkflow(service)) return workflow(service);
  if (isBatch(service)) return jobs(service);
  if (isInference(service)) return inference(service);
  if (isContentDelivery(service)) return contentDelivery(service);
  if (isContainerService(service)) return containerService(service);
  if (isVirtualMachines(service)) return virtualMachines(service);
  throw new Error(`${service.name}: expected a workload that has a picture`);
}

function eventDriven(service: Service<EventDriven>): ServiceParts {
  const { queue, processor } = service.workload;
  const { id, stores, copies } = drawn(service);
  const woken = waking(service);
  return {
    nodes: [
      ...woken.nodes,
      {
        id: id("queue"),
        shape: "queue",
        label: ["events", `kept ${formatDuration(queue.retentionSeconds)}`],
      },
      { id: id("processor"), shape: "program", label: ["processor", ...functionLines(processor)] },
      {
        id: id("dlq"),
        shape: "queue",
        label: ["dead letters", `kept ${formatDuration(queue.deadLetterRetentionSeconds)}`],
      },
      ...stores,
    ],
    atEdge: [],
    edges: [
      { from: OUTSIDE, to: id("queue"), label: "events" },
      ...woken.edges,
      { from: id("queue"), to: id("processor"), label: atATime(service) },
      {
        from: id("queue"),
        to: id("dlq"),
        label: `after ${queue.attempts} deliveries`,
        aside: true,
      },
      ...accesses(service, id("processor")),
      ...copies,
    ],
  };
}

function requestDriven(service: Service<RequestDriven>): ServiceParts {
  const { throttle, function: handler, routes, jwt, edge } = service.workload;
  const { id, stores, copies } = drawn(service);
  const tokens = jwt === undefined ? "no tokens" : `tokens of ${new URL(jwt.issuer).host}`;
  return {
    nodes: [
      {
        id: id("api"),
        shape: "program",
        label: ["HTTP API", `${throttle.ratePerSecond}/s, burst ${throttle.burst}`, tokens],
      },
      { id: id("handler"), shape: "program", label: ["handler", ...functionLines(handler)] },
      ...stores,
    ],
    atEdge: edge === undefined ? [] : frontOf(id, edge, []),
    edges: [
      ...(edge === undefined
        ? [{ from: OUTSIDE, to: id("api"), label: "requests" }]
        : [
            { from: OUTSIDE, to: id("firewall"), label: "requests" },
            { from: id("firewall"), to: id("distribution") },
            { from: id("distribution"), to: id("api"), label: "what is not cached" },
          ]),
      {
        from: id("api"),
        to: id("handler"),
        label: routes.length === 1 ? "1 route" : `${routes.length} routes`,
      },
      ...accesses(service, id("handler")),
      ...copies,
    ],
  };
}

function graphql(service: Service<Graphql>): ServiceParts {
  const { firewall, limits, function: handler, schema, jwt } = service.workload;
  const { id, stores, copies } = drawn(service);
  const tokens =
    jwt === undefined ? "tokens of our users" : `tokens of ${new URL(jwt.issuer).host}`;
  const { length } = schema.fields;
  return {
    nodes: [
      {
        id: id("firewall"),
        shape: "program",
        label: ["firewall", `${firewall.rate} in 5 minutes: ${firewall.mode}`],
      },
      {
        id: id("api"),
        shape: "program",
        label: ["GraphQL API", `depth ${limits.depth}, ${limits.resolvers} fields`, tokens],
      },
      { id: id("handler"), shape: "program", label: ["handler", ...functionLines(handler)] },
      ...stores,
    ],
    atEdge: [],
    edges: [
      { from: OUTSIDE, to: id("firewall"), label: "queries and mutations" },
      { from: id("firewall"), to: id("api") },
      {
        from: id("api"),
        to: id("handler"),
        label: length === 1 ? "1 root field" : `${length} root fields`,
      },
      ...accesses(service, id("handler")),
      ...copies,
    ],
  };
}

function contentDelivery(service: Service<ContentDelivery>): ServiceParts {
  const { store, origin, cache } = service.workload;
  const { id, stores, copies } = drawn(service);
  const kept = store === undefined ? [] : [`fresh ${formatDuration(cache.maxAgeSeconds)}`];
  return {
    nodes: stores,
    atEdge: frontOf(id, service.workload, kept),
    edges: [
      { from: OUTSIDE, to: id("firewall"), label: "requests" },
      { from: id("firewall"), to: id("distribution") },
      ...(store === undefined
        ? []
        : [{ from: id("distribution"), to: id(store), label: "what is not cached" }]),
      ...(origin === undefined
        ? []
        : [
            {
              from: id("distribution"),
              to: idIn({ name: origin.service })("tasks"),
              label: origin.paths.join(" ") || "every path",
            },
          ]),
      ...copies,
    ],
  };
}

/** What requests pass at the edge. @param kept - what the picture says of the caches */
function frontOf(
  id: (part: string) => string,
  { firewall, edge, behindCache }: EdgePlace,
  kept: readonly string[],
): Node[] {
  const code = [...edge, ...behindCache].map(({ event }) => EDGE_EVENTS[event]);
  return [
    {
      id: id("firewall"),
      shape: "program",
      label: ["firewall", `${firewall.rate} in 5 minutes: ${firewall.mode}`],
    },
    { id: id("distribution"), shape: "program", label: ["distribution", ...kept, ...code] },
  ];
}

/** Callers within the cell are other services, whose pictures say so; those from outside come to its host, or through the edge. */
function containerService(service: Service<ContainerService>): ServiceParts {
  const { tasks, cpuUnits, memoryMiB, image } = service.workload;
  return balanced(service, "tasks", [
    `${tasks.min} to ${tasks.max} tasks`,
    `${cpuUnits / UNITS_PER_CPU} CPU, ${memoryMiB} MiB`,
    image.startsWith("sha256:") ? image.slice(0, DIGEST_SHOWN) : image,
  ]);
}

function virtualMachines(service: Service<VirtualMachines>): ServiceParts {
  const { machines, types, attributes, volumes } = service.workload;
  const size = attributes
    ? `${attributes.cpus.min} to ${attributes.cpus.max} CPU, ${attributes.memory.min} to ${attributes.memory.max} MiB`
    : types.join(" or ");
  return balanced(service, "machines", [
    `${machines.min} to ${machines.max} machines`,
    size,
    ...volumes.map(({ name, sizeGiB }) => `${name}: ${sizeGiB} GiB`),
  ]);
}

function balanced(
  service: Service<ContainerService | VirtualMachines>,
  part: "tasks" | "machines",
  label: readonly string[],
): ServiceParts {
  const { host, behindEdge } = service.workload;
  const { id, stores, copies } = drawn(service);
  return {
    nodes: [{ id: id(part), shape: "program", label }, ...stores],
    atEdge: [],
    edges: [
      ...(host === undefined || behindEdge ? [] : [{ from: OUTSIDE, to: id(part), label: host }]),
      ...accesses(service, id(part)),
      ...copies,
    ],
  };
}

/** As many characters of a digest as tell it: `sha256:` and twelve. */
const DIGEST_SHOWN = 19;

/** Google pushes each message alone, whatever is declared. */
const atATime = ({ cloud, workload }: Service<EventDriven>): string =>
  cloud === "google" ? "one at a time" : `${workload.queue.batchSize} at a time`;
