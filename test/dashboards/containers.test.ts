import { renderObservability } from "../../dashboards";
import { settle } from "../../model/settle";
import { CONTAINED } from "../constructs/support/synth";

const { files } = renderObservability(settle(CONTAINED));

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(text("grafana/dashboards/dev-box-basket.json")) as {
  readonly panels: readonly Panel[];
};

const exprsOf = (title: string): string[] =>
  panels.find((panel) => panel.title === title)?.targets?.map(({ expr }) => expr) ?? [];

test("the board of a container service shows its tasks, their CPU and their memory", () => {
  const service = 'dimension_ServiceName=~"$environment-$cell-basket"';
  expect(exprsOf("Tasks").map((expr) => /aws_[a-z_]+/.exec(expr)?.[0])).toEqual([
    "aws_ecs_containerinsights_running_task_count_average",
    "aws_ecs_containerinsights_desired_task_count_average",
    "aws_ecs_containerinsights_pending_task_count_average",
  ]);
  expect(exprsOf("CPU")[0]).toContain("aws_ecs_cpuutilization_average{");
  expect(exprsOf("Memory")[0]).toContain("aws_ecs_memory_utilization_average{");
  for (const expr of ["Tasks", "CPU", "Memory"].flatMap(exprsOf)) expect(expr).toContain(service);
});

test("its board has no row of a function, and one of what it keeps", () => {
  const titles = panels.map(({ title }) => title);
  expect(titles).toContain("Containers");
  expect(titles).not.toContain("Function");
  expect(titles).not.toContain("Queue");
});

test("the exporter asks for what a service publishes by the names of cluster and service, and for no function", () => {
  const yace = text("exporters/yace.yaml");
  expect(yace).toMatch(
    /type: AWS\/ECS[^]*?dimensionNameRequirements:\n\s+- ClusterName\n\s+- ServiceName/,
  );
  expect(yace).toContain("type: ECS/ContainerInsights");
  expect(yace).not.toContain("AWS/Lambda");
  expect(yace).not.toContain("customNamespace");
});

test("the picture says how many tasks of which size run what", () => {
  const picture = text("diagram.md");
  for (const line of ["1 to 2 tasks", "0.25 CPU, 512 MiB", "1.4.2", "sha256:0f0f0f0f0f0f"])
    expect(picture).toContain(line);
});

test("what its tasks log is a link of its board", () => {
  expect(text("grafana/dashboards/dev-box-basket.json")).toContain(
    "$252Faws$252Fecs$252Fdev-box-c01-basket",
  );
});
