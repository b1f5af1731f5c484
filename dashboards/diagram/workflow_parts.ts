import { formatDuration } from "../../model/duration";
import type { Service, Workflow } from "../../model/service";
import { accesses, drawn, functionLines, OUTSIDE, waking, type ServiceParts } from "./drawn";
import type { Node } from "./flowchart";

/** Each event starts an execution, which calls the function step by step. */
export function workflow(service: Service<Workflow>): ServiceParts {
  const { queue, function: handler } = service.workload;
  const { id, stores, copies } = drawn(service);
  const woken = waking(service);
  const dead = `after ${queue.attempts} deliveries`;
  return {
    nodes: [
      ...woken.nodes,
      ...queueNodes(service, id),
      { id: id("workflow"), shape: "program", label: workflowLines(service) },
      { id: id("handler"), shape: "program", label: ["steps", ...functionLines(handler)] },
      ...stores,
    ],
    atEdge: [],
    edges: [
      { from: OUTSIDE, to: id("queue"), label: "events" },
      ...woken.edges,
      { from: id("queue"), to: id("workflow"), label: "an execution each" },
      { from: id("queue"), to: id("dlq"), label: dead, aside: true },
      { from: id("workflow"), to: id("handler"), label: "each step" },
      ...accesses(service, id("handler")),
      ...copies,
    ],
  };
}

/** What a workflow says of itself in a picture: its steps, and how long an execution may take. */
function workflowLines({ workload }: Service<Workflow>): string[] {
  const tasks = Object.values(workload.states).filter((state) => state.type === "task");
  const undoing = tasks.filter(({ undoes }) => undoes !== undefined).length;
  const steps = tasks.length - undoing;
  return [
    "workflow",
    `${counted(steps, "step")}${undoing === 0 ? "" : `, ${counted(undoing, "compensation")}`}`,
    `within ${formatDuration(workload.timeoutSeconds)}`,
  ];
}

const counted = (count: number, what: string): string =>
  count === 1 ? `1 ${what}` : `${count} ${what}s`;

/** Where events wait, and where those are that started nothing. */
const queueNodes = (
  { workload: { queue } }: Service<Workflow>,
  id: (part: string) => string,
): Node[] => [
  {
    id: id("queue"),
    shape: "queue",
    label: ["events", `kept ${formatDuration(queue.retentionSeconds)}`],
  },
  {
    id: id("dlq"),
    shape: "queue",
    label: ["dead letters", `kept ${formatDuration(queue.deadLetterRetentionSeconds)}`],
  },
];
