import {
  ServiceFunction,
  type ServiceFunctionProps,
} from "../../../constructs/aws/service_function";
import { fieldOf, matches } from "../support/filter_pattern";
import { CODE, LOCATION, resource, statements, synthesizeOne } from "../support/synth";

const required: ServiceFunctionProps = {
  names: {
    function: "dev-c01-orders-processor",
    alias: "live",
    logGroup: "/aws/lambda/dev-c01-orders-processor",
    initDuration: "dev-c01-orders-processor-init-duration",
    role: "dev-c01-orders-processor",
  },
  description: "Handles the events of orders.",
  location: LOCATION,
  code: CODE,
  grants: [{ sid: "Send", actions: ["sns:Publish"], resources: ["arn:aws:sns:us-east-1:1:t"] }],
  environment: { SERVICE: "orders" },
  environmentKeyArn: "arn:aws:kms:us-east-1:123456789012:key/v",
  logKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
  logRetentionDays: 30,
  reservedConcurrency: 100,
};

const synth = (props: Partial<ServiceFunctionProps> = {}) =>
  synthesizeOne((stack) => new ServiceFunction(stack, "processor", { ...required, ...props }));

test("a function has its role, log group, traces, bound and version", () => {
  expect(resource(synth(), "aws_lambda_function.processor")).toEqual({
    function_name: "dev-c01-orders-processor",
    description: "Handles the events of orders.",
    role: "${aws_iam_role.processor_role.arn}",
    runtime: "nodejs22.x",
    architectures: ["arm64"],
    handler: "index.handler",
    filename: "assets/orders-aws.zip",
    source_code_hash: CODE.sha256Base64,
    publish: true,
    memory_size: 512,
    timeout: 60,
    reserved_concurrent_executions: 100,
    environment: { variables: { SERVICE: "orders" } },
    kms_key_arn: "arn:aws:kms:us-east-1:123456789012:key/v",
    tracing_config: { mode: "Active" },
    logging_config: {
      log_format: "JSON",
      log_group: "${aws_cloudwatch_log_group.processor_logs.name}",
      application_log_level: "INFO",
      system_log_level: "INFO",
    },
    depends_on: ["aws_iam_role_policy.processor_grants"],
  });
});

test("the alias live points at the newest version", () => {
  expect(resource(synth(), "aws_lambda_alias.processor_live")).toEqual({
    name: "live",
    function_name: "${aws_lambda_function.processor.function_name}",
    function_version: "${aws_lambda_function.processor.version}",
  });
});

test("logs are encrypted and not kept for ever", () => {
  expect(resource(synth(), "aws_cloudwatch_log_group.processor_logs")).toEqual({
    name: "/aws/lambda/dev-c01-orders-processor",
    kms_key_id: "arn:aws:kms:us-east-1:123456789012:key/k",
    retention_in_days: 30,
  });
});

describe("cold starts", () => {
  const filter = resource(synth(), "aws_cloudwatch_log_metric_filter.processor_cold_starts");
  const report = (metrics: object) =>
    JSON.stringify({
      time: "2026-01-31T10:04:00.123Z",
      type: "platform.report",
      record: {
        requestId: "6d68ca91",
        metrics: { durationMs: 41.2, ...metrics },
        status: "success",
      },
    });

  test("are counted and timed by one metric of the function's log, without a dimension or a default value", () => {
    expect(filter).toEqual({
      name: "dev-c01-orders-processor-init-duration",
      log_group_name: "${aws_cloudwatch_log_group.processor_logs.name}",
      pattern: '{ ($.type = "platform.report") && ($.record.metrics.initDurationMs > 0) }',
      metric_transformation: {
        name: "dev-c01-orders-processor-init-duration",
        namespace: "Plinth/Lambda",
        value: "$.record.metrics.initDurationMs",
        unit: "Milliseconds",
      },
    });
  });

  test("are the reports that say how long a start took", () => {
    const line = report({ initDurationMs: 240.53 });
    expect(matches(String(filter.pattern), line)).toBe(true);
    const { value } = filter.metric_transformation as { value: string };
    expect(fieldOf(JSON.parse(line), value)).toBe(240.53);
  });

  test.each([
    ["a report of a warm instance", report({})],
    ["the beginning of a start", '{"type":"platform.initStart","record":{"phase":"init"}}'],
    ["the beginning of an invocation", '{"type":"platform.start","record":{"version":"7"}}'],
    [
      "a line of the function's own",
      JSON.stringify({ level: "INFO", message: report({ initDurationMs: 1 }) }),
    ],
    [
      "a report as text",
      "REPORT RequestId: 6d68ca91\tDuration: 41.20 ms\tInit Duration: 240.53 ms",
    ],
  ])("are not %s", (_, line) => {
    expect(matches(String(filter.pattern), line)).toBe(false);
  });
});

test("the role is Lambda's alone, and may do what it was granted, read its variables, write its logs and its traces", () => {
  const json = synth();
  expect(statements(resource(json, "aws_iam_role.processor_role").assume_role_policy)).toEqual([
    { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
  expect(statements(resource(json, "aws_iam_role_policy.processor_grants").policy)).toEqual([
    {
      Sid: "DecryptVariables",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: "arn:aws:kms:us-east-1:123456789012:key/v",
      Condition: {
        StringEquals: {
          "kms:EncryptionContext:aws:lambda:FunctionArn":
            "arn:aws:lambda:us-east-1:123456789012:function:dev-c01-orders-processor",
        },
      },
    },
    { Sid: "Send", Effect: "Allow", Action: "sns:Publish", Resource: "arn:aws:sns:us-east-1:1:t" },
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource:
        "arn:aws:logs:us-east-1:123456789012:log-group:${aws_cloudwatch_log_group.processor_logs.name}:*",
    },
    {
      Sid: "WriteTraces",
      Effect: "Allow",
      Action: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
      Resource: "*",
    },
  ]);
});

test("what is granted after the function was made stands in its one policy", () => {
  const json = synthesizeOne((stack) => {
    const processor = new ServiceFunction(stack, "processor", required);
    processor.allow({ sid: "Later", actions: ["s:Later"], resources: ["r"] });
  });
  const granted = statements(resource(json, "aws_iam_role_policy.processor_grants").policy);
  expect(granted.map(({ Sid }) => Sid)).toEqual([
    ...["DecryptVariables", "Later", "Send", "WriteLogs", "WriteTraces"],
  ]);
});

test("every default can be overridden", () => {
  const json = synth({
    memoryMiB: 1024,
    timeoutSeconds: 30,
    architecture: "x86_64",
    handler: "a.b",
  });
  expect(resource(json, "aws_lambda_function.processor")).toMatchObject({
    memory_size: 1024,
    timeout: 30,
    architectures: ["x86_64"],
    handler: "a.b",
  });
});
