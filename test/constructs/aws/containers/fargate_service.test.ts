import { Cluster } from "../../../../constructs/aws/containers/cluster";
import {
  FargateService,
  type FargateServiceProps,
} from "../../../../constructs/aws/containers/fargate_service";
import {
  ServiceScaling,
  type ServiceScalingProps,
} from "../../../../constructs/aws/containers/service_scaling";
import { SecurityGroup } from "../../../../constructs/aws/network/security_group";
import type { PlatformStack } from "../../../../constructs/stacks/platform_stack";
import type { Attributes } from "../../../../constructs/terraform_json";
import { awsClusterNames, awsNames } from "../../../../model/names";
import { CONTAINED, LOCATION, resource, synthesizeAll, synthesizeOne } from "../../support/synth";

const names = awsNames({ environment: "dev", cell: "c01", name: "basket" }).container;

function tasksIn(stack: PlatformStack, props: Partial<FargateServiceProps> = {}): FargateService {
  const cluster = new Cluster(stack, "cluster", {
    names: awsClusterNames("dev", "c01"),
    ...{ location: LOCATION, logRetentionDays: 30 },
  });
  return new FargateService(stack, "tasks", {
    ...{ names, cluster, location: LOCATION, description: "Keeps baskets." },
    place: { vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"] },
    ...{ repository: "dev-bootstrap-basket", image: "1.4.2", port: 8_080, protocol: "http" },
    ...{ cpuUnits: 256, memoryMiB: 512, environment: {}, tasks: 2 },
    ...{ stopTimeoutSeconds: 30, gracePeriodSeconds: 60 },
    ...{ logKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k", logRetentionDays: 30 },
    ...props,
  });
}

const synth = (props: Partial<FargateServiceProps> = {}) =>
  synthesizeOne((stack) => tasksIn(stack, props));

const refusal = (props: Partial<FargateServiceProps>) => () => synth(props);

const service = (props?: Partial<FargateServiceProps>) =>
  resource(synth(props), "aws_ecs_service.tasks");

const container = (props?: Partial<FargateServiceProps>): Attributes => {
  const definition = resource(synth(props), "aws_ecs_task_definition.tasks_definition");
  const [first, ...others] = JSON.parse(String(definition.container_definitions)) as Attributes[];
  expect(others).toEqual([]);
  return first!;
};

test("a deployment that fails is taken back, and never fewer tasks run than before it", () => {
  expect(service()).toMatchObject({
    deployment_circuit_breaker: { enable: true, rollback: true },
    ...{ deployment_minimum_healthy_percent: 100, deployment_maximum_percent: 200 },
    ...{ availability_zone_rebalancing: "ENABLED", enable_execute_command: false },
    ...{ propagate_tags: "SERVICE", wait_for_steady_state: true, desired_count: 2 },
    lifecycle: { ignore_changes: ["desired_count"] },
  });
});

test("tasks have no public address, and are in the group of the service's alone", () => {
  expect(service().network_configuration).toEqual({
    ...{ assign_public_ip: false, subnets: ["subnet-1", "subnet-2"] },
    security_groups: ["${aws_security_group.tasks_test_c01.id}"],
  });
});

test("tasks join the group by which interface endpoints are used, where there is one", () => {
  const place = { vpcId: "vpc-1", subnetIds: ["subnet-1"], endpointClientsId: "sg-9" };
  expect(service({ place }).network_configuration).toMatchObject({
    security_groups: [expect.any(String), "sg-9"],
  });
});

test("a container is not root, cannot write to its file system and holds no right of the kernel's", () => {
  expect(container({ environment: { B: "2", A: "1" } })).toEqual({
    name: "app",
    image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/dev-bootstrap-basket:1.4.2",
    essential: true,
    environment: [
      { name: "A", value: "1" },
      { name: "B", value: "2" },
      { name: "PORT", value: "8080" },
    ],
    linuxParameters: { capabilities: { drop: ["ALL"] }, initProcessEnabled: true },
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": "${aws_cloudwatch_log_group.tasks_logs.name}",
        "awslogs-region": "us-east-1",
        "awslogs-stream-prefix": "app",
        "max-buffer-size": "25m",
        mode: "non-blocking",
      },
    },
    portMappings: [
      { name: "app", containerPort: 8_080, hostPort: 8_080, protocol: "tcp", appProtocol: "http" },
    ],
    ...{ readonlyRootFilesystem: true, stopTimeout: 30, user: "1000:1000" },
  });
});

test("a digest is named as one", () => {
  const image = `sha256:${"ab".repeat(32)}`;
  expect(container({ image }).image).toBe(
    `123456789012.dkr.ecr.us-east-1.amazonaws.com/dev-bootstrap-basket@${image}`,
  );
});

test.each([
  [0, [{ capacity_provider: "FARGATE", weight: 1, base: 0 }]],
  [100, [{ capacity_provider: "FARGATE_SPOT", weight: 1, base: 0 }]],
  [
    60,
    [
      { capacity_provider: "FARGATE", weight: 2, base: 0 },
      { capacity_provider: "FARGATE_SPOT", weight: 3, base: 0 },
    ],
  ],
])("%d percent of spare capacity is a ratio", (spotPercent, strategy) => {
  expect(service({ spotPercent }).capacity_provider_strategy).toEqual(strategy);
});

test("a service is found by a name at its port, or asks and is not found", () => {
  expect(service({ connect: "basket" }).service_connect_configuration).toEqual({
    ...{
      enabled: true,
      namespace: "${aws_service_discovery_http_namespace.cluster_namespace.arn}",
    },
    service: [
      {
        ...{ port_name: "app", discovery_name: "basket" },
        client_alias: { dns_name: "basket", port: 8_080 },
      },
    ],
  });
  expect(service().service_connect_configuration).not.toHaveProperty("service");
});

test("what starts a task pulls one repository and writes one log group; the code has a role of its own", () => {
  const json = synth();
  const { policy } = resource(json, "aws_iam_role_policy.tasks_start_role_grants");
  const { Statement } = JSON.parse(String(policy)) as { Statement: Attributes[] };
  expect(Statement.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
    ["PullImages", "arn:aws:ecr:us-east-1:123456789012:repository/dev-bootstrap-basket"],
    ["SignIn", "*"],
    [
      "WriteLogs",
      "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.tasks_logs.name}:*",
    ],
  ]);
  expect(Object.keys(json.resource?.["aws_iam_role_policy"] ?? {})).toEqual([
    "tasks_start_role_grants",
  ]);
});

test("a task waits for what its code is granted", () => {
  const json = synthesizeOne((stack) =>
    tasksIn(stack).allow({ sid: "Send", actions: ["sqs:SendMessage"], resources: ["arn:aws:x"] }),
  );
  expect(resource(json, "aws_ecs_service.tasks").depends_on).toContain(
    "aws_iam_role_policy.tasks_role_grants",
  );
});

test("a balancer opens the port, names the targets and waits for its route", () => {
  const json = synthesizeOne((stack) => {
    const securityGroup = new SecurityGroup(stack, "balancer", {
      ...{ name: "balancer", description: "The balancer.", vpcId: "vpc-1" },
    });
    tasksIn(stack, {
      balancer: { securityGroup, targetGroupArn: "arn:targets", dependsOn: [] },
    });
  });
  expect(resource(json, "aws_ecs_service.tasks")).toMatchObject({
    health_check_grace_period_seconds: 60,
    load_balancer: [
      { target_group_arn: "arn:targets", container_name: "app", container_port: 8_080 },
    ],
  });
  expect(
    resource(json, "aws_vpc_security_group_ingress_rule.tasks_test_c01_from_balancer_tcp_8080"),
  ).toMatchObject({ from_port: 8_080, to_port: 8_080 });
});

test("a service that depends on another may ask it, at its port alone", () => {
  const { json } = synthesizeAll([CONTAINED]).find(({ id }) => id === "dev-box-c01")!;
  const rules = Object.entries(json.resource?.["aws_vpc_security_group_ingress_rule"] ?? {})
    .filter(([name]) => name.includes("from_rates"))
    .map(([, rule]) => rule);
  expect(rules).toMatchObject([
    {
      security_group_id: "${aws_security_group.basket_tasks_basket.id}",
      referenced_security_group_id: "${aws_security_group.rates_tasks_rates.id}",
      ...{ from_port: 8_080, to_port: 8_080 },
    },
  ]);
});

test.each<[string, Partial<FargateServiceProps>, string]>([
  [
    "memory that Fargate does not run",
    { memoryMiB: 3_000 },
    "test-c01/tasks: memoryMiB: expected 512, 1024, 2048 MiB with 256 units of CPU, got 3000",
  ],
  ["root", { user: "0:0" }, 'test-c01/tasks: user: expected another user than root, got "0:0"'],
  [
    "a port of root's",
    { port: 80 },
    "test-c01/tasks: port: expected a whole number from 1024 to 65535, got 80",
  ],
  [
    "a stop that takes too long",
    { stopTimeoutSeconds: 121 },
    "test-c01/tasks: stopTimeoutSeconds: expected a whole number from 2 to 120, got 121",
  ],
  [
    "no subnet",
    { place: { vpcId: "vpc-1", subnetIds: [] } },
    "test-c01/tasks: place.subnetIds: expected one or more, got none",
  ],
])("%s is refused", (_, props, message) => {
  expect(refusal(props)).toThrow(new Error(message));
});

const SCALING = {
  ...{ requestsPerTarget: undefined, cpuPercent: undefined, latencyMilliseconds: undefined },
  ...{ backlog: undefined, scaleInCooldownSeconds: 300, scaleOutCooldownSeconds: 60 },
};

const scaled = (
  scaling: Partial<ServiceScalingProps["scaling"]>,
  more: Partial<ServiceScalingProps> = {},
) =>
  synthesizeOne((stack) => {
    new ServiceScaling(stack, "scaling", {
      ...{ names, of: tasksIn(stack), clusterName: "dev-c01", tasks: { min: 2, max: 9 } },
      scaling: { ...SCALING, ...scaling },
      balancer: { arnSuffix: "app/b/1", targetGroupArnSuffix: "targetgroup/t/2" },
      ...more,
    });
  });

test("tasks follow requests, CPU and a backlog, each by a policy of its own", () => {
  const json = scaled({
    ...{ requestsPerTarget: 600, cpuPercent: 55 },
    backlog: { queue: "jobs", perTask: 20 },
  });
  expect(resource(json, "aws_appautoscaling_target.scaling")).toMatchObject({
    resource_id: "service/dev-c01/${aws_ecs_service.tasks.name}",
    ...{ min_capacity: 2, max_capacity: 9 },
  });
  const policy = (follows: string) =>
    resource(json, `aws_appautoscaling_policy.scaling_${follows}`)
      .target_tracking_scaling_policy_configuration;
  expect(policy("requests")).toEqual({
    ...{ target_value: 600, scale_in_cooldown: 300, scale_out_cooldown: 60 },
    predefined_metric_specification: {
      predefined_metric_type: "ALBRequestCountPerTarget",
      resource_label: "app/b/1/targetgroup/t/2",
    },
  });
  expect(policy("cpu")).toMatchObject({
    target_value: 55,
    predefined_metric_specification: { predefined_metric_type: "ECSServiceAverageCPUUtilization" },
  });
  expect(policy("backlog")).toMatchObject({
    target_value: 20,
    customized_metric_specification: {
      metrics: [
        { id: "waiting", return_data: false },
        { id: "running", return_data: false },
        { id: "each", expression: "waiting / IF(running > 0, running, 1)", return_data: true },
      ],
    },
  });
});

test("late answers add a quarter of the tasks, and fast ones take a tenth away again", () => {
  const json = scaled({ latencyMilliseconds: 800 });
  const step = (follows: string) =>
    resource(json, `aws_appautoscaling_policy.scaling_${follows}`)
      .step_scaling_policy_configuration;
  expect(step("late")).toMatchObject({
    step_adjustment: [{ metric_interval_lower_bound: "0", scaling_adjustment: 25 }],
    ...{ min_adjustment_magnitude: 1, cooldown: 60 },
  });
  expect(step("fast")).toMatchObject({
    step_adjustment: [{ metric_interval_upper_bound: "0", scaling_adjustment: -10 }],
    cooldown: 300,
  });
  expect(resource(json, "aws_cloudwatch_metric_alarm.scaling_late_alarm")).toMatchObject({
    ...{ metric_name: "TargetResponseTime", extended_statistic: "p95", threshold: 0.8 },
    dimensions: { LoadBalancer: "app/b/1", TargetGroup: "targetgroup/t/2" },
    ...{ evaluation_periods: 3, treat_missing_data: "notBreaching" },
    alarm_actions: ["${aws_appautoscaling_policy.scaling_late.arn}"],
  });
  expect(resource(json, "aws_cloudwatch_metric_alarm.scaling_fast_alarm")).toMatchObject({
    ...{ threshold: 0.4, comparison_operator: "LessThanThreshold", evaluation_periods: 15 },
  });
});

test("what only a balancer knows is refused without one, and so is nothing", () => {
  const alone = (scaling: Partial<ServiceScalingProps["scaling"]>) => () =>
    scaled(scaling, { balancer: undefined as never, tasks: { min: 2, max: 2 } });
  expect(alone({ requestsPerTarget: 5, latencyMilliseconds: 9 })).toThrow(
    new Error(
      [
        "test-c01/scaling: tasks.max: expected more than the min of 2, got 2",
        "test-c01/scaling: scaling.requestsPerTarget: expected none without a balancer, which counts requests, got 5",
        "test-c01/scaling: scaling.latencyMilliseconds: expected none without a balancer, which times answers, got 9",
      ].join("\n"),
    ),
  );
  expect(() => scaled({})).toThrow(
    new Error("test-c01/scaling: scaling: expected something to follow, got nothing"),
  );
});
