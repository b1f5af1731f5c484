import { load } from "../fixtures";
import { breakagesOf } from "./notation";
import type { Breakage } from "./notation";

/* eslint-disable @typescript-eslint/no-explicit-any */
const { set, removed, edited } = breakagesOf("aws_ecs");

const CLUSTER = "aws_ecs_cluster.main";
const WEB = "aws_ecs_service.web";
const WORKER = "aws_ecs_service.worker";
const TASK = "aws_ecs_task_definition.worker";
const FILES = "aws_ecs_task_definition.web";
const IMAGES = "aws_ecr_repository.web";
const TARGET = "aws_appautoscaling_target.worker";
const BACKLOG = "aws_appautoscaling_policy.worker";
const DEFINITIONS = "container_definitions";
const TRACKING = "target_tracking_scaling_policy_configuration";

const [worker] = JSON.parse(
  load("gate/aws_ecs.tf.json").resource.aws_ecs_task_definition.worker.container_definitions,
) as [any];

/** The worker's container with something else in it. */
const containing = (id: string, change: object): Breakage =>
  set(id, TASK, DEFINITIONS, JSON.stringify([{ ...worker, ...change }]), DEFINITIONS);

const containers = [
  containing("AWS-CONTAINERS-001", { privileged: true }),
  containing("AWS-CONTAINERS-002", { environment: [{ name: "DB_PASSWORD", value: "hunter2" }] }),
  containing("AWS-CONTAINERS-003", { image: "worker:latest" }),
  containing("AWS-ECS-004", { readonlyRootFilesystem: false }),
  containing("AWS-ECS-005", { logConfiguration: undefined }),
];

const tasks = [
  set("AWS-ECS-003", TASK, "network_mode", "host"),
  set("AWS-ECS-003", TASK, "pid_mode", "host"),
  set("AWS-ECS-012", FILES, "volume", [
    { name: "files", efs_volume_configuration: [{ file_system_id: "fs-1" }] },
  ]),
  edited({
    id: "AWS-ECS-013",
    address: TASK,
    how: "with one role for both",
    edit: (stack) => {
      stack.set(TASK, "task_role_arn", "arn:aws:iam::111111111111:role/orders");
      stack.set(TASK, "execution_role_arn", "arn:aws:iam::111111111111:role/orders");
    },
  }),
];

const services = [
  set("AWS-ECS-001", WEB, "deployment_circuit_breaker", [], "deployment_circuit_breaker"),
  set("AWS-ECS-002", WEB, "network_configuration", [{ assign_public_ip: true }]),
  set("AWS-ECS-009", WEB, "platform_version", "1.3.0"),
  edited({
    id: "AWS-ECS-010",
    address: WORKER,
    how: "with one task that nothing scales",
    edit: (stack) => {
      stack.remove("aws_appautoscaling_policy.worker");
      stack.remove(TARGET);
      stack.set(WORKER, "desired_count", 1);
    },
  }),
  set("AWS-ECS-011", WEB, "health_check_grace_period_seconds", undefined),
  set("AWS-ECS-014", WEB, "propagate_tags", "NONE", "propagate_tags"),
];

const session = (change: object) => [
  { execute_command_configuration: [{ logging: "OVERRIDE", ...change }] },
];

const clusters = [
  set("AWS-ECS-006", CLUSTER, "setting", [{ name: "containerInsights", value: "disabled" }]),
  set("AWS-ECS-007", CLUSTER, "configuration", session({ logging: "NONE" })),
  set("AWS-ECS-008", CLUSTER, "configuration", session({})),
];

const images = [
  set("AWS-ECR-001", IMAGES, "image_tag_mutability", "MUTABLE", "image_tag_mutability"),
  set("AWS-ECR-002", IMAGES, "image_scanning_configuration", [], "image_scanning_configuration"),
  set("AWS-ECR-003", IMAGES, "encryption_configuration", [], "encryption_configuration"),
  removed("AWS-ECR-004", IMAGES, "aws_ecr_lifecycle_policy.web"),
];

const tracked = (specification: object) => [{ target_value: 60, ...specification }];

const scaling = [
  set("AWS-SCALING-001", TARGET, "max_capacity", 2, "max_capacity"),
  set("AWS-SCALING-002", TARGET, "min_capacity", 1, "min_capacity"),
  edited({
    id: "AWS-SCALING-003",
    address: TARGET,
    how: "without a policy",
    stage: "plan",
    edit: (stack) => stack.remove(BACKLOG),
  }),
  set(
    "AWS-SCALING-004",
    BACKLOG,
    TRACKING,
    tracked({
      customized_metric_specification: [{ metric_name: "ApproximateNumberOfMessagesVisible" }],
    }),
  ),
  set(
    "AWS-SCALING-005",
    BACKLOG,
    TRACKING,
    tracked({
      predefined_metric_specification: [
        { predefined_metric_type: "ECSServiceAverageCPUUtilization" },
      ],
    }),
  ),
  set("AWS-SCALING-007", BACKLOG, TRACKING, tracked({ disable_scale_in: true })),
];

export const awsEcs = [...containers, ...tasks, ...services, ...clusters, ...images, ...scaling];
