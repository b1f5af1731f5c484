import { renderObservability } from "../../dashboards";
import { yaceCost } from "../../dashboards/exporters/cost";
import { settle } from "../../model/settle";
import { CRAWL, MACHINES, SEARCH } from "../constructs/support/machines";

const base = { target: 99.5, window: "30d", firstSteps: ["Look."] } as const;

const environment = settle({
  ...MACHINES,
  services: [
    {
      ...SEARCH,
      objectives: [
        { ...base, name: "availability", sli: "availability" },
        { ...base, name: "latency", sli: "latency", threshold: "300ms", sliceTarget: 95 },
        { ...base, name: "throughput", sli: "throughput", perSecond: 50 },
      ],
    },
    CRAWL,
  ],
});

const { files } = renderObservability(environment);

const text = (path: string): string => {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`${path} is not rendered`);
  return found.text;
};

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(text("grafana/dashboards/dev-vm-search.json")) as {
  readonly panels: readonly Panel[];
};

const exprsOf = (title: string): string[] =>
  panels.find((panel) => panel.title === title)?.targets?.map(({ expr }) => expr) ?? [];

const seriesOf = (title: string) => exprsOf(title).map((expr) => /aws_[a-z0-9_]+/.exec(expr)?.[0]);

test("the board of machines shows how many there are, and how much they and their disks have to do", () => {
  expect(panels.filter(({ title }) => title === "Machines")).toHaveLength(2);
  const [, numbers] = panels.filter(({ title }) => title === "Machines");
  expect(numbers?.targets?.map(({ expr }) => /aws_[a-z0-9_]+/.exec(expr)?.[0])).toEqual([
    "aws_autoscaling_group_in_service_instances_average",
    "aws_autoscaling_group_desired_capacity_average",
    "aws_autoscaling_group_pending_instances_average",
  ]);
  expect(seriesOf("CPU of the busiest machine")).toEqual(["aws_ec2_cpuutilization_average"]);
  expect(seriesOf("Machines out of order")).toEqual(["aws_ec2_status_check_failed_maximum"]);
  expect(seriesOf("Operations that wait for disks")).toEqual([
    "aws_ebs_volume_queue_length_average",
  ]);
  expect(seriesOf("Disks at their limit")).toEqual([
    "aws_ebs_volume_iopsexceeded_check_maximum",
    "aws_ebs_volume_throughput_exceeded_check_maximum",
  ]);
});

test("machines and disks are found by the name that their group gives them", () => {
  expect(exprsOf("CPU of the busiest machine")[0]).toContain(
    'tag_Name=~"$environment-$cell-search"',
  );
});

test("the exporter asks for machines, disks and groups, each by its own dimension", () => {
  const yace = text("exporters/yace.yaml");
  for (const [type, dimension] of [
    ["AWS/EC2", "InstanceId"],
    ["AWS/EBS", "VolumeId"],
    ["AWS/AutoScaling", "AutoScalingGroupName"],
  ])
    expect(yace).toMatch(
      new RegExp(`type: ${type}[^]*?dimensionNameRequirements:\n\\s+- ${dimension}\n`),
    );
});

test("what that costs counts every machine and every disk that there may be", () => {
  const more = settle({
    ...MACHINES,
    services: [{ ...SEARCH, workload: { ...SEARCH.workload, machines: { min: 1, max: 3 } } }],
  });
  const less = settle({ ...MACHINES, services: [SEARCH] });
  // Of a machine two metrics, and of its one disk three.
  expect(yaceCost(more).perMinute - yaceCost(less).perMinute).toBe(5);
});

test("requests are promised as the load balancer counts and times them", () => {
  const rules = text("prometheus/rules/search.yaml");
  expect(rules).toContain("aws_applicationelb_httpcode_target_5_xx_count_sum");
  expect(rules).toMatch(
    /aws_applicationelb_target_response_time_p95\{[^}]*tag_Name="dev-vm-c01-search"[^}]*\}/,
  );
});

test("its runbooks tell how to look at machines, have more of them and take a replacement back", () => {
  const runbook = text("runbooks/search-availability-error-budget-burn.md");
  for (const command of [
    "aws autoscaling describe-scaling-activities --region us-east-1 --auto-scaling-group-name dev-vm-c01-search ",
    "aws autoscaling update-auto-scaling-group --region us-east-1 --auto-scaling-group-name dev-vm-c01-search --min-size 2 --max-size 4",
    "aws autoscaling rollback-instance-refresh --region us-east-1 --auto-scaling-group-name dev-vm-c01-search",
    "aws ssm start-session --region us-east-1 --target INSTANCE",
  ])
    expect(runbook).toContain(command);
  expect(text("runbooks/search-availability-metric-absent.md")).toContain(
    "aws elbv2 describe-tags",
  );
});

test("the picture says how many machines of which types there are, and which disks they have", () => {
  const picture = text("diagram.md");
  for (const line of ["1 to 2 machines", "t4g.small", "2 to 6 machines", "index: 100 GiB"])
    expect(picture).toContain(line);
  expect(picture).toContain('outside -->|"search.dev.example.com"| search_machines');
});
