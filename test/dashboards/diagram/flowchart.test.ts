import { mermaid, type Flowchart, type Frame } from "../../../dashboards/diagram/flowchart";

const chart = (changes: Partial<Flowchart>): string[] =>
  mermaid({ nodes: [], frames: [], edges: [], ...changes }).split("\n");

const frame = (id: string, changes: Partial<Frame> = {}): Frame => ({
  ...{ id, label: [id], nodes: [], frames: [] },
  ...changes,
});

describe("a flowchart as Mermaid", () => {
  test.each([
    ["program", 'a["A"]'],
    ["queue", 'a[["A"]]'],
    ["store", 'a[("A")]'],
    ["outside", 'a(["A"])'],
  ] as const)("a %s is written as %s", (shape, line) => {
    expect(chart({ nodes: [{ id: "a", shape, label: ["A"] }] })).toEqual([
      "flowchart LR",
      `  ${line}`,
    ]);
  });

  test("a frame holds what stands in it", () => {
    const nodes = [{ id: "n", shape: "program", label: ["N"] }] as const;
    expect(chart({ frames: [frame("out", { frames: [frame("in", { nodes })] })] })).toEqual([
      "flowchart LR",
      '  subgraph out["out"]',
      '    subgraph in["in"]',
      '      n["N"]',
      "    end",
      "  end",
    ]);
  });

  test("a way is a line, one aside is dotted, and each may say what goes there", () => {
    const edges = [
      { from: "a", to: "b" },
      { from: "b", to: "c-d", label: "10 at a time", aside: true },
    ];
    expect(chart({ edges }).slice(1)).toEqual(["  a --> b", '  b -.->|"10 at a time"| c_d']);
  });

  test("a label can neither end its quotes nor begin a tag or an entity", () => {
    const label = ['"]; click a "javascript:x"', "<b>", "#35;", "`x`"];
    const [, line] = chart({ nodes: [{ id: "a", shape: "program", label }] });
    expect(line).toBe(
      '  a["#34;]; click a #34;javascript:x#34;<br>#60;b#62;<br>#35;35;<br>#96;x#96;"]',
    );
  });
});
