import { isFirstCell } from "../../model/cells/name";
import { FIRST_CELL, stackId, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { mermaid, type Edge, type Flowchart, type Frame } from "./flowchart";
import { OUTSIDE, partsOf } from "./service_parts";

/** What an environment is made of, as a picture: its stacks, the services in them, and the ways through. */
export function renderDiagram(environment: Environment): RenderedFile {
  return {
    path: files.diagram,
    text: `# ${environment.name}

${place(environment)}. Frames are stacks and services; each stack has a state of its own. Dotted ways are not those of every request. What is on no way is not drawn: state, network, keys, what watches.

\`\`\`mermaid
${mermaid(flowchartOf(environment))}
\`\`\`
`,
  };
}

function place({ declaration }: Environment): string {
  return declaration.cloud === "aws"
    ? `AWS account ${declaration.account}, ${declaration.region}`
    : `Google Cloud project ${declaration.project}, ${declaration.region}`;
}

export function flowchartOf(environment: Environment): Flowchart {
  return {
    nodes: [{ id: OUTSIDE, shape: "outside", label: ["callers"] }],
    frames: [...cells(environment), ...edge(environment)],
    edges: [
      ...environment.services.flatMap((service) => partsOf(service).edges),
      ...environment.services.flatMap(needs),
    ],
  };
}

/** The first stands for all: they have the same services, or in a second region some of them. */
function cells(environment: Environment): Frame[] {
  const { name, services } = environment;
  const id = stackId(name, FIRST_CELL);
  return [
    {
      ...{ id, label: [`stack ${id}`, ...others(environment)], nodes: [] },
      frames: services.map(serviceFrame),
    },
  ];
}

function others({ cells, regions }: Environment): string[] {
  const count = cells.filter((cell) => !isFirstCell(cell)).length;
  if (regions !== undefined)
    return [`and in ${regions.second} ${Object.keys(regions.services).join(", ")}`];
  return count === 0 ? [] : [`and so each of ${count} more`];
}

const serviceFrame = (service: Service): Frame => ({
  id: service.name,
  label: [`${service.name} (${service.owner.team})`],
  nodes: partsOf(service).nodes,
  frames: [],
});

function edge({ name, services }: Environment): Frame[] {
  const frames = services.flatMap(edgeFrame);
  if (frames.length === 0) return [];
  const id = stackId(name, "edge");
  return [{ id, label: [`stack ${id}`], nodes: [], frames }];
}

function edgeFrame(service: Service): Frame[] {
  const nodes = partsOf(service).atEdge;
  if (nodes.length === 0) return [];
  return [{ id: `${service.name}_edge`, label: [service.name], nodes, frames: [] }];
}

const needs = ({ name, dependsOn }: Service): Edge[] =>
  dependsOn.map((other) => ({ from: name, to: other, label: "needs", aside: true }));
