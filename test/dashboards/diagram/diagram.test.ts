import { flowchartOf, renderDiagram } from "../../../dashboards/diagram";
import type { Flowchart, Frame, Node } from "../../../dashboards/diagram/flowchart";
import { environments } from "../../../environments";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { settle } from "../../../model/settle";
import { SCHEDULED } from "../../constructs/support/events";

const nodesOf = ({ nodes, frames }: Pick<Frame, "nodes" | "frames">): Node[] => [
  ...nodes,
  ...frames.flatMap(nodesOf),
];

const framesOf = ({ frames }: Pick<Frame, "frames">): Frame[] => [
  ...frames,
  ...frames.flatMap(framesOf),
];

const idsOf = (chart: Flowchart): string[] =>
  [...nodesOf(chart), ...framesOf(chart)].map(({ id }) => id);

const named: [string, EnvironmentDeclaration][] = environments.map((one) => [one.name, one]);

describe.each(named)("the picture of %s", (_, declaration) => {
  const environment = settle(declaration);
  const chart = flowchartOf(environment);

  test("has every service and every store, each once", () => {
    const ids = idsOf(chart);
    const wanted = environment.services.flatMap(({ name, stores }) => [
      name,
      ...stores.map((store) => `${name}_${store.name}`),
    ]);
    expect(ids).toEqual(expect.arrayContaining(wanted));
    expect(ids).toEqual([...new Set(ids)]);
  });

  test("leads from and to what is drawn, and nothing stands alone", () => {
    const ends = chart.edges.flatMap(({ from, to }) => [from, to]);
    expect(ends.filter((end) => !idsOf(chart).includes(end))).toEqual([]);
    expect(
      nodesOf(chart)
        .map(({ id }) => id)
        .filter((id) => !ends.includes(id)),
    ).toEqual([]);
  });

  test("is a page with one Mermaid block, which names where it is", () => {
    const { path, text } = renderDiagram(environment);
    expect(path).toBe("diagram.md");
    expect(text.match(/^```mermaid$/gm)).toHaveLength(1);
    expect(text).toContain(declaration.region);
  });
});

test("what cannot work without another service points at it", () => {
  const dev = environments[0]!;
  const services = dev.services.map((service) =>
    service.name === "storefront" ? { ...service, dependsOn: ["orders"], objectives: [] } : service,
  );
  expect(flowchartOf(settle({ ...dev, services } as EnvironmentDeclaration)).edges).toContainEqual({
    from: "storefront",
    to: "orders",
    label: "needs",
    aside: true,
  });
});

test("what wakes a service stands before its queue", () => {
  const chart = flowchartOf(settle(SCHEDULED));
  expect(nodesOf(chart)).toContainEqual({
    ...{ id: "reports_schedules", shape: "program" },
    label: ["schedules", "heartbeat", "nightly-report"],
  });
  expect(chart.edges).toContainEqual({
    ...{ from: "reports_schedules", to: "reports_queue", label: "when due" },
  });
});
