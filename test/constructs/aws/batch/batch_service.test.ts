import { GITHUB } from "../../support/pipeline";
import { JOBS, JOBS_PRODUCTION } from "../../support/batch";
import { cellOf, origin, resource, statements, synthesizeAll } from "../../support/synth";

const { json } = cellOf(JOBS);
const production = cellOf(JOBS_PRODUCTION).json;

const NAME = "dev-jobs-c01-nightly-training";
const QUEUE = `arn:aws:batch:us-east-1:123456789012:job-queue/${NAME}`;

describe("a compute environment", () => {
  const spot = resource(json, "aws_batch_compute_environment.nightly_training_spot");

  test("has no machine at rest, and those with GPUs start from an image that has their drivers", () => {
    expect(spot).toMatchObject({
      ...{ type: "MANAGED", state: "ENABLED", compute_environment_name_prefix: `${NAME}-spot-` },
      compute_resources: {
        ...{ type: "SPOT", allocation_strategy: "SPOT_PRICE_CAPACITY_OPTIMIZED" },
        ...{ min_vcpus: 0, max_vcpus: 16, instance_type: ["g5", "g6"] },
        ec2_configuration: [{ image_type: "ECS_AL2023_NVIDIA" }],
        instance_role: "${aws_iam_instance_profile.nightly_training_machine_role_profile.arn}",
        launch_template: {
          version: "${aws_launch_template.nightly_training_template.latest_version}",
        },
      },
    });
    expect(spot).not.toHaveProperty("compute_resources.spot_iam_fleet_role");
    expect(
      resource(json, "aws_batch_compute_environment.count_on_demand")["compute_resources"],
    ).toMatchObject({
      ...{ type: "EC2", allocation_strategy: "BEST_FIT_PROGRESSIVE" },
      ...{ instance_type: ["optimal"], ec2_configuration: [{ image_type: "ECS_AL2023" }] },
    });
  });

  test("is changed in its place, without an end of the jobs that run, or replaced before it goes", () => {
    expect(spot).toMatchObject({
      update_policy: { terminate_jobs_on_update: false, job_execution_timeout_minutes: 360 },
      lifecycle: { create_before_destroy: true },
    });
    expect(spot).not.toHaveProperty("service_role");
  });

  test("goes after its machines' rights were there, and before they are taken away", () => {
    expect(spot["depends_on"]).toEqual([
      "aws_iam_role_policy.nightly_training_machine_role_grants",
    ]);
  });

  test("is in the private tier of all zones, in a group that nobody may connect to", () => {
    expect(spot["compute_resources"]).toMatchObject({
      security_group_ids: [
        "${aws_security_group.nightly_training_nightly_training.id}",
        expect.stringContaining("endpointClients"),
      ],
    });
    const ingress = Object.values(json.resource?.["aws_vpc_security_group_ingress_rule"] ?? {});
    expect(
      ingress.filter((rule) => String(rule["security_group_id"]).includes("nightly_training_")),
    ).toEqual([]);
  });
});

test("the queue asks spare capacity first in production, and gives up what can never run", () => {
  expect(resource(production, "aws_batch_job_queue.nightly_training_queue")).toMatchObject({
    compute_environment_order: [
      {
        order: 1,
        compute_environment: "${aws_batch_compute_environment.nightly_training_spot.arn}",
      },
      {
        order: 2,
        compute_environment: "${aws_batch_compute_environment.nightly_training_on_demand.arn}",
      },
    ],
    job_state_time_limit_action: [
      { action: "CANCEL", reason: "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE" },
      { action: "CANCEL", reason: "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT" },
    ],
  });
});

describe("a machine", () => {
  const template = resource(json, "aws_launch_template.render_template");

  test("hands its credentials to who asks twice, on itself, and has an encrypted disk", () => {
    expect(template).toMatchObject({
      metadata_options: { http_tokens: "required", http_put_response_hop_limit: 1 },
      block_device_mappings: [
        {
          device_name: "/dev/xvda",
          ebs: { volume_type: "gp3", volume_size: 530, encrypted: "true" },
        },
      ],
    });
  });

  test("tells the agent to write logs with the rights of what starts a job", () => {
    const text = Buffer.from(String(template["user_data"]), "base64").toString();
    expect(text).toMatch(/^MIME-Version: 1\.0\nContent-Type: multipart\/mixed/);
    expect(text).toContain("\nECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE=true\n");
  });

  test("may do what the agent does, in the clusters of its environments alone", () => {
    const { policy } = resource(
      json,
      "aws_iam_role_policy.nightly_training_machine_role_grants",
    ) as Record<string, string>;
    expect(statements(policy).map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      [
        "BeToldOfJobs",
        [
          `arn:aws:ecs:us-east-1:123456789012:container-instance/AWSBatch-${NAME}-*/*`,
          `arn:aws:ecs:us-east-1:123456789012:container-instance/${NAME}-*_Batch_*/*`,
        ],
      ],
      ["FindEcs", "*"],
      [
        "JoinCluster",
        [
          `arn:aws:ecs:us-east-1:123456789012:cluster/AWSBatch-${NAME}-*`,
          `arn:aws:ecs:us-east-1:123456789012:cluster/${NAME}-*_Batch_*`,
        ],
      ],
      ["TagItself", expect.any(Array)],
    ]);
  });
});

describe("a job", () => {
  const definition = resource(json, "aws_batch_job_definition.nightly_training_definition");
  const containerOf = (one: typeof definition) =>
    JSON.parse(String(one["container_properties"])) as Record<string, unknown>;

  test("is tried again where its machine went away, and ends in time", () => {
    expect(definition).toMatchObject({
      ...{ name: NAME, type: "container", deregister_on_new_revision: true },
      retry_strategy: {
        attempts: 3,
        evaluate_on_exit: [
          { action: "retry", on_status_reason: "Host EC2*" },
          { action: "exit", on_reason: "*" },
        ],
      },
      timeout: { attempt_duration_seconds: 21_600 },
    });
  });

  test("writes to its scratch space alone, is not root, and has a role of its own", () => {
    const container = containerOf(definition);
    expect(container).toMatchObject({
      image:
        "123456789012.dkr.ecr.us-east-1.amazonaws.com/dev-jobs-bootstrap-nightly-training:1.4.2",
      jobRoleArn: "${aws_iam_role.nightly_training_role.arn}",
      executionRoleArn: "${aws_iam_role.nightly_training_start_role.arn}",
      ...{ readonlyRootFilesystem: true, user: "1000:1000" },
      linuxParameters: { initProcessEnabled: true, sharedMemorySize: 3_584 },
      mountPoints: [{ containerPath: "/scratch", readOnly: false, sourceVolume: "scratch" }],
      resourceRequirements: [
        { type: "GPU", value: "1" },
        { type: "MEMORY", value: "14336" },
        { type: "VCPU", value: "4" },
      ],
      volumes: [{ host: {}, name: "scratch" }],
    });
    expect(container["environment"]).toEqual(
      expect.arrayContaining([
        { name: "MODELS_BUCKET", value: expect.anything() as unknown },
        { name: "SCRATCH", value: "/scratch" },
        { name: "TMPDIR", value: "/scratch" },
      ]),
    );
    expect(container).not.toHaveProperty("privileged");
    expect(container).not.toHaveProperty("command");
  });

  test("mounts files with its own rights, encrypted on their way", () => {
    const container = containerOf(resource(json, "aws_batch_job_definition.render_definition"));
    expect(container).toMatchObject({
      command: ["render", "Ref::scene"],
      image: expect.stringContaining("-render@sha256:0f0f") as unknown,
      volumes: [
        { name: "scratch" },
        {
          name: "shared",
          efsVolumeConfiguration: {
            transitEncryption: "ENABLED",
            authorizationConfig: { iam: "ENABLED" },
          },
        },
      ],
    });
  });

  test("may do with its stores what it declares, and nothing else", () => {
    const { policy } = resource(json, "aws_iam_role_policy.nightly_training_role_grants") as Record<
      string,
      string
    >;
    expect(statements(policy).map(({ Sid }) => Sid)).toEqual(["GetPutObjects", "UseBucketKey"]);
  });
});

describe("what becomes of jobs", () => {
  test("is a line of each that ended, and not of an array as a whole", () => {
    const rule = resource(json, "aws_cloudwatch_event_rule.nightly_training_endings_rule");
    expect(JSON.parse(String(rule["event_pattern"]))).toEqual({
      ...{ source: ["aws.batch"], "detail-type": ["Batch Job State Change"] },
      detail: {
        jobQueue: [QUEUE],
        status: ["FAILED", "SUCCEEDED"],
        arrayProperties: { size: [{ exists: false }] },
      },
    });
    expect(
      resource(json, "aws_cloudwatch_event_target.nightly_training_endings_target"),
    ).toMatchObject({
      depends_on: ["aws_cloudwatch_log_resource_policy.job_event_delivery"],
      dead_letter_config: {
        arn: expect.stringContaining("nightly_training_undelivered") as unknown,
      },
    });
  });

  test.each([
    ["succeeded", "SUCCEEDED"],
    ["failed", "FAILED"],
  ])("%s is counted, and a line of the other is none", (how, status) => {
    expect(
      resource(json, `aws_cloudwatch_log_metric_filter.nightly_training_endings_${how}`),
    ).toMatchObject({
      pattern: `{ $.detail.status = "${status}" }`,
      metric_transformation: {
        ...{ name: `${NAME}-jobs-${how}`, namespace: "Plinth/Batch" },
        ...{ value: "1", default_value: "0" },
      },
    });
  });

  test("is written by the rules of this cell alone", () => {
    const { policy_document } = resource(
      json,
      "aws_cloudwatch_log_resource_policy.job_event_delivery",
    ) as Record<string, string>;
    expect(
      statements(policy_document).map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition]),
    ).toContainEqual([
      "EventsWrite",
      "arn:aws:logs:us-east-1:123456789012:log-group:/aws/events/dev-jobs-c01-*:*",
      {
        ArnLike: { "aws:SourceArn": "arn:aws:events:us-east-1:123456789012:rule/dev-jobs-c01-*" },
      },
    ]);
  });
});

describe("a schedule", () => {
  test("submits a job of the newest revision, in its own zone, and keeps what it could not start", () => {
    const schedule = resource(
      json,
      "aws_scheduler_schedule.nightly_training_schedules_schedule_nightly",
    );
    expect(schedule).toMatchObject({
      name: "nightly",
      group_name: "${aws_scheduler_schedule_group.nightly_training_schedules_group.name}",
      schedule_expression: "cron(0 3 * * ? *)",
      schedule_expression_timezone: "Europe/Zurich",
      kms_key_arn: "${aws_kms_key.nightly_training_messages_key.arn}",
      target: {
        arn: "arn:aws:scheduler:::aws-sdk:batch:submitJob",
        dead_letter_config: {
          arn: expect.stringContaining("nightly_training_undelivered") as unknown,
        },
      },
    });
    const { input } = schedule["target"] as Record<string, string>;
    expect(JSON.parse(String(input))).toEqual({
      JobName: "nightly",
      JobQueue: "${aws_batch_job_queue.nightly_training_queue.name}",
      JobDefinition: "${aws_batch_job_definition.nightly_training_definition.name}",
    });
  });

  test("may start these jobs alone; without one there is no such role", () => {
    const { policy } = resource(
      json,
      "aws_iam_role_policy.nightly_training_schedules_role_grants",
    ) as Record<string, string>;
    const start = statements(policy).find(({ Sid }) => Sid === "StartJobs");
    expect(start).toMatchObject({ Action: "batch:SubmitJob" });
    expect(JSON.stringify(start?.Resource)).not.toContain("/*");
    expect(json.resource?.["aws_iam_role"]).not.toHaveProperty("count_schedules_role");
  });
});

test("every part leads back to where it is declared", () => {
  const path = (address: string) => (origin(json, address) as { path: string }).path;
  expect(path("aws_batch_compute_environment.nightly_training_spot")).toBe(
    "nightly-training.workload.types",
  );
  expect(path("aws_batch_job_definition.nightly_training_definition")).toBe(
    "nightly-training.workload.image",
  );
  expect(path("aws_scheduler_schedule.nightly_training_schedules_schedule_nightly")).toBe(
    "nightly-training.workload.schedules",
  );
});

describe("a pipeline that applies it", () => {
  const stacks = synthesizeAll([{ ...JOBS, pipeline: GITHUB }]);
  const find = (id: string) => stacks.find((stack) => stack.id === id)!.json;
  const bootstrap = find("dev-jobs-bootstrap");
  const resourcesOf = (policy: "read" | "write", action: string) =>
    Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
      .filter(([name]) => name.startsWith(`pipeline_${policy}`))
      .flatMap(([, { policy: text }]) => statements(text))
      .filter(({ Action }) => [Action].flat().includes(action))
      .flatMap(({ Resource }) => Resource);
  const batch = (kind: string) => `arn:aws:batch:us-east-1:123456789012:${kind}/dev-jobs-c01-*`;

  test("makes queues, environments, definitions and schedules by their names", () => {
    expect(resourcesOf("write", "batch:CreateJobQueue")).toEqual([
      batch("compute-environment"),
      batch("job-queue"),
    ]);
    expect(resourcesOf("write", "batch:RegisterJobDefinition")).toEqual([batch("job-definition")]);
    expect(resourcesOf("write", "scheduler:CreateSchedule")).toEqual([
      "arn:aws:scheduler:us-east-1:123456789012:schedule/dev-jobs-c01-*/*",
    ]);
    expect(resourcesOf("read", "batch:DescribeJobQueues")).toEqual(["*"]);
    expect(resourcesOf("write", "batch:SubmitJob")).toEqual([]);
  });

  test("does not say who may write logs: the bootstrap stack does", () => {
    expect(find("dev-jobs-c01").resource).not.toHaveProperty("aws_cloudwatch_log_resource_policy");
    const { policy_document } = resource(
      bootstrap,
      "aws_cloudwatch_log_resource_policy.pipeline_log_delivery",
    ) as Record<string, string>;
    expect(statements(policy_document).map(({ Sid }) => Sid)).toEqual([
      ...["DeliverLogs", "DeliveryStreams", "DeliveryWrite", "EventsStreams", "EventsWrite"],
    ]);
  });

  test("the bootstrap stack holds the images", () => {
    expect(bootstrap.resource?.["aws_ecr_repository"]).toHaveProperty("nightly_training_images");
  });
});

describe("in a fleet", () => {
  const stacks = synthesizeAll([
    {
      ...JOBS,
      network: { pool: "10.32.0.0/12", nat: "single" },
      cells: { fleet: 2 },
      pipeline: GITHUB,
    },
  ]);
  const textOf = (id: string) => JSON.stringify(stacks.find((stack) => stack.id === id)?.json);

  test("each cell has jobs of its own, under its own name", () => {
    expect(textOf("dev-jobs-c02")).not.toContain("c01");
    expect(textOf("dev-jobs-c02")).toContain("job-queue/dev-jobs-c02-nightly-training");
  });

  test("a pipeline lets the machines of every cell join clusters of their own alone", () => {
    expect(textOf("dev-jobs-bootstrap")).toContain("cluster/AWSBatch-dev-jobs-c??-*");
  });
});
