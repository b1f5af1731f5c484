/** A flowchart as data, and as Mermaid's text. @see https://mermaid.js.org/syntax/flowchart.html */

/** How a node looks: what runs, what waits in line, what keeps, and who is outside. */
export type Shape = "program" | "queue" | "store" | "outside";

export interface Node {
  readonly id: string;
  readonly shape: Shape;
  /** A line each. */
  readonly label: readonly string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** @default - nothing is said of it */
  readonly label?: string;
  /**
   * Dotted: not the way of every request.
   *
   * @default false
   */
  readonly aside?: boolean;
}

/** A frame around nodes and frames. */
export interface Frame {
  readonly id: string;
  readonly label: readonly string[];
  readonly nodes: readonly Node[];
  readonly frames: readonly Frame[];
}

export interface Flowchart {
  readonly nodes: readonly Node[];
  readonly frames: readonly Frame[];
  readonly edges: readonly Edge[];
}

const BRACKETS: Readonly<Record<Shape, readonly [string, string]>> = {
  program: ["[", "]"],
  queue: ["[[", "]]"],
  store: ["[(", ")]"],
  outside: ["([", "])"],
};

/** Read from left to right. */
export function mermaid({ nodes, frames, edges }: Flowchart): string {
  return [
    "flowchart LR",
    ...indent([...nodes.map(nodeLine), ...frames.flatMap(frameLines), ...edges.map(edgeLine)]),
  ].join("\n");
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const idOf = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/g, "_");

/** In quotes; what would end them or begin a tag is written as the entity that Mermaid knows. */
const quoted = (lines: readonly string[]): string =>
  `"${lines.map((line) => line.replace(/["<>&#`]/g, (sign) => `#${sign.charCodeAt(0)};`)).join("<br>")}"`;

function nodeLine({ id, shape, label }: Node): string {
  const [open, close] = BRACKETS[shape];
  return `${idOf(id)}${open}${quoted(label)}${close}`;
}

function frameLines({ id, label, nodes, frames }: Frame): string[] {
  return [
    `subgraph ${idOf(id)}[${quoted(label)}]`,
    ...indent([...nodes.map(nodeLine), ...frames.flatMap(frameLines)]),
    "end",
  ];
}

function edgeLine({ from, to, label, aside = false }: Edge): string {
  const arrow = aside ? "-.->" : "-->";
  const said = label === undefined ? "" : `|${quoted([label])}|`;
  return `${idOf(from)} ${arrow}${said} ${idOf(to)}`;
}
