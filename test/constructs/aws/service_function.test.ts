import {
  ServiceFunction,
  type ServiceFunctionProps,
} from "../../../constructs/aws/service_function";
import { CODE, LOCATION, resource, statements, synthesizeOne } from "../support/synth";

const required: ServiceFunctionProps = {
  names: {
    processor: "dev-c01-orders-processor",
    processorAlias: "live",
    logGroup: "/aws/lambda/dev-c01-orders-processor",
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
