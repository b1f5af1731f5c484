import { renderObservability } from "../../dashboards";
import { parse } from "yaml";
import { settle } from "../../model/settle";
import { CONTAINED } from "../constructs/support/synth";

const [basket, rates] = CONTAINED.services;
const base = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

const { files } = renderObservability(
  settle({
    ...CONTAINED,
    services: [
      {
        ...basket,
        objectives: [
          { ...base, name: "availability", sli: "availability" },
          { ...base, name: "latency", sli: "latency", threshold: "300ms", sliceTarget: 95 },
        ],
      },
      rates,
    ],
  }),
);

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

test("one with a host has a row of its requests, as the load balancer sees them; one without has none", () => {
  const mine = 'tag_Name=~"$environment-$cell-basket"';
  for (const title of ["Requests", "Server errors (5xx)", "Client errors (4xx)", "Latency"])
    for (const expr of exprsOf(title)) expect(expr).toContain(mine);
  expect(exprsOf("Health of the targets")).toHaveLength(3);
  expect(exprsOf("Errors of the balancer, all services of the cell")[0]).toContain(
    'tag_Name=~"$environment-$cell-public"',
  );
  expect(text("grafana/dashboards/dev-box-rates.json")).not.toContain("applicationelb");
});

test("the board of the edge shows it beside what else answers from outside", () => {
  const edge = text("grafana/dashboards/dev-box_edge.json");
  expect(edge).toContain("Requests to containers");
  expect(edge).toContain("aws_applicationelb_request_count_sum{");
  expect(edge).not.toContain("-rates");
});

interface Job {
  readonly type: string;
  readonly searchTags: readonly { readonly key: string; readonly value: string }[];
  readonly dimensionNameRequirements: readonly string[];
  readonly metrics: readonly { readonly name: string; readonly statistics: readonly string[] }[];
}

const balancing = (
  parse(text("exporters/yace.yaml")) as { readonly discovery: { readonly jobs: readonly Job[] } }
).discovery.jobs.filter(({ type }) => type === "AWS/ApplicationELB");

test("the exporter finds target groups by their services, and the load balancer by what services share", () => {
  expect(
    balancing.map(({ dimensionNameRequirements, searchTags }) => [
      dimensionNameRequirements,
      searchTags.find(({ key }) => key === "service")?.value,
    ]),
  ).toEqual([
    [["TargetGroup", "LoadBalancer"], "^(basket|rates)$"],
    [["LoadBalancer"], "^platform$"],
  ]);
});

test("the exporter asks for the percentile that an objective is judged by", () => {
  const [targets] = balancing;
  const times = targets!.metrics.filter(({ name }) => name === "TargetResponseTime");
  expect(times.flatMap(({ statistics }) => statistics)).toEqual(["p50", "p95", "p99"]);
});

test("a time is judged in the unit in which the load balancer says it", () => {
  expect(text("prometheus/rules/basket.yaml")).toMatch(
    /aws_applicationelb_target_response_time_p95\{[^}]*\}.* > bool 0\.3$/m,
  );
});

test("its runbooks tell how to look at tasks, have more of them and put the definition before back", () => {
  const runbook = text("runbooks/basket-availability-error-budget-burn.md");
  for (const command of [
    "aws ecs describe-services --region us-east-1 --cluster dev-box-c01-containers --services dev-box-c01-basket ",
    "--resource-id service/dev-box-c01-containers/dev-box-c01-basket --scalable-dimension ecs:service:DesiredCount --min-capacity 2 --max-capacity 4",
    "--task-definition dev-box-c01-basket:VERSION",
  ])
    expect(runbook).toContain(command);
  const blind = text("runbooks/basket-availability-metric-absent.md");
  expect(blind).toContain("aws elbv2 describe-tags");
});

test("no runbook of it speaks of cold starts, which are of functions", () => {
  expect(text("runbooks/basket-latency-error-budget-burn.md")).not.toContain("Cold starts");
});

test("the picture says from where callers come", () => {
  expect(text("diagram.md")).toContain('outside -->|"shop.dev.example.com"| basket_tasks');
});
