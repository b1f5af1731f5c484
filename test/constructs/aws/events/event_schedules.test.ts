import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { AUDIT, EVENTFUL, NIGHTLY, REPORTS, SCHEDULED, subscriber } from "../../support/events";
import { GITHUB } from "../../support/pipeline";
import { cellOf, origin, resource, statements, synthesizeAll } from "../../support/synth";
import { FLEET } from "../../../model/cells/fleet";
import { FULFILMENT } from "../../support/workflow";

const { json } = cellOf(SCHEDULED);
const GROUP =
  "arn:aws:scheduler:us-east-1:123456789012:schedule-group/dev-sch-c01-reports-schedules";

test("a schedule sends its event into the service's queue, for a day, and keeps what it could not", () => {
  const address = "aws_scheduler_schedule.reports_schedules_schedule_nightly_report";
  expect(resource(json, address)).toEqual({
    name: "nightly-report",
    group_name: "${aws_scheduler_schedule_group.reports_schedules_group.name}",
    description: "Wakes reports.",
    schedule_expression: "cron(0 3 * * ? *)",
    schedule_expression_timezone: "Europe/Berlin",
    flexible_time_window: { mode: "FLEXIBLE", maximum_window_in_minutes: 15 },
    kms_key_arn: "${aws_kms_key.reports_messages_key.arn}",
    target: {
      arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.reports_events.name}",
      role_arn: "${aws_iam_role.reports_schedules_role.arn}",
      input:
        '{"specversion":"1.0","id":"nightly-report-<aws.scheduler.scheduled-time>","source":"reports","type":"nightly-report","time":"<aws.scheduler.scheduled-time>","data":{"kind":"daily"}}',
      retry_policy: { maximum_event_age_in_seconds: 86_400, maximum_retry_attempts: 185 },
      dead_letter_config: {
        arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.reports_undelivered.name}",
      },
    },
    depends_on: [
      "aws_iam_role_policy.reports_schedules_role_grants",
      "aws_sqs_queue_policy.reports_events_policy",
    ],
  });
  expect(origin(json, address)).toMatchObject({ path: "reports.workload.schedules" });
  expect(
    resource(json, "aws_scheduler_schedule.reports_schedules_schedule_heartbeat"),
  ).toMatchObject({
    schedule_expression: "rate(5 minutes)",
    flexible_time_window: { mode: "OFF" },
  });
});

test("what a payload says is no template of Terraform's", () => {
  const service = subscriber("asks", {
    schedules: { ask: { ...NIGHTLY, payload: { text: "${path.module} %{if}" } } },
  });
  const { target } = resource(
    cellOf({ ...SCHEDULED, services: [service] }).json,
    "aws_scheduler_schedule.asks_schedules_schedule_ask",
  ) as { target: { input: string } };
  expect(target.input).toContain('"text":"$${path.module} %%{if}"');
});

test("a group for the service's schedules carries its tags", () => {
  expect(resource(json, "aws_scheduler_schedule_group.reports_schedules_group")).toMatchObject({
    name: "dev-sch-c01-reports-schedules",
    tags: { service: "reports" },
  });
});

test("Scheduler takes the role for this group of this account alone", () => {
  const role = resource(json, "aws_iam_role.reports_schedules_role");
  expect(statements(role.assume_role_policy)).toEqual([
    {
      Effect: "Allow",
      Principal: { Service: "scheduler.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: {
        StringEquals: { "aws:SourceAccount": "123456789012" },
        ArnLike: { "aws:SourceArn": GROUP },
      },
    },
  ]);
});

test("the role sends to the two queues, and uses their key for that and for what schedules hold", () => {
  const key = "${aws_kms_key.reports_messages_key.arn}";
  const queue = (id: string) => `arn:aws:sqs:us-east-1:123456789012:\${aws_sqs_queue.${id}.name}`;
  expect(
    statements(resource(json, "aws_iam_role_policy.reports_schedules_role_grants").policy),
  ).toEqual([
    {
      ...{ Sid: "DecryptSchedules", Effect: "Allow", Action: "kms:Decrypt", Resource: key },
      Condition: {
        StringEquals: { "kms:ViaService": "scheduler.us-east-1.amazonaws.com" },
        ArnLike: {
          "kms:EncryptionContext:aws:scheduler:schedule:arn":
            "arn:aws:scheduler:us-east-1:123456789012:schedule/dev-sch-c01-reports-schedules/*",
        },
      },
    },
    {
      ...{ Sid: "EncryptMessages", Effect: "Allow", Resource: key },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Condition: { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } },
    },
    {
      ...{ Sid: "KeepUndelivered", Effect: "Allow", Action: "sqs:SendMessage" },
      Resource: queue("reports_undelivered"),
    },
    {
      ...{ Sid: "SendMessages", Effect: "Allow", Action: "sqs:SendMessage" },
      Resource: queue("reports_events"),
    },
  ]);
});

test("who subscribes and is woken has one queue for what could not be delivered", () => {
  const both = {
    ...AUDIT,
    workload: { ...AUDIT.workload, schedules: { nightly: NIGHTLY } },
  } as typeof AUDIT;
  const { resource: made = {} } = cellOf({
    ...EVENTFUL,
    services: [EVENTFUL.services[0], both],
  }).json;
  const queues = Object.values(made["aws_sqs_queue"] ?? {}) as { name: string }[];
  expect(queues.map(({ name }) => name).filter((name) => name.endsWith("-undelivered"))).toEqual([
    "dev-bus-c01-audit-undelivered",
  ]);
});

test("a schedule starts executions of a workflow, by its queue", () => {
  const workload = { ...FULFILMENT.workload, schedules: { nightly: NIGHTLY } } as const;
  const woken = cellOf({ ...SCHEDULED, services: [{ ...FULFILMENT, workload }] }).json;
  const address = "aws_scheduler_schedule.fulfilment_schedules_schedule_nightly";
  expect(resource(woken, address)).toMatchObject({
    target: { arn: "arn:aws:sqs:us-east-1:123456789012:${aws_sqs_queue.fulfilment_events.name}" },
  });
  expect(origin(woken, address)).toMatchObject({ path: "fulfilment.workload.schedules" });
});

test("the gate lets all of it through", async () => {
  const stacks = synthesizeAll([SCHEDULED]);
  const files = stacks.map(({ id, json: text }) => ({
    name: `${id}/cdk.tf.json`,
    bytes: Buffer.from(JSON.stringify(text)),
  }));
  const { findings } = await judge(files, { now: new Date(0), stage: "synth" });
  expect(findings.filter(({ verdict }) => verdict === "deny")).toEqual([]);
});

test("a pipeline makes schedules and groups of the environment's names alone", () => {
  const environment: AwsEnvironment = { ...SCHEDULED, pipeline: GITHUB };
  const bootstrap = synthesizeAll([environment]).find(({ id }) => id === "dev-sch-bootstrap")!;
  const made = Object.entries(bootstrap.json.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith("pipeline_"))
    .flatMap(([, { policy }]) => statements(policy))
    .filter(({ Action }) => [Action].flat().some((one) => String(one).startsWith("scheduler:")));
  expect(made.length).toBeGreaterThan(0);
  for (const { Resource } of made)
    for (const one of [Resource].flat())
      expect(one).toMatch(
        /^arn:aws:scheduler:us-east-1:123456789012:(schedule|schedule-group)\/dev-sch-[a-z0-9]+-\*(\/\*)?$/,
      );
  expect(REPORTS.workload.kind).toBe("eventDriven");
});

test("each cell of a fleet has schedules of its own", () => {
  const groups = synthesizeAll([{ ...FLEET, services: [REPORTS] }]).flatMap(({ json: one }) =>
    Object.values(one.resource?.["aws_scheduler_schedule_group"] ?? {}).map(
      (group) => (group as { name: string }).name,
    ),
  );
  expect(groups.sort()).toEqual(
    ["c01", "c02", "c03"].map((cell) => `dev-fleet-${cell}-reports-schedules`),
  );
});
