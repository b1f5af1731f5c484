import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { GITHUB } from "../../support/pipeline";
import { cellOf, CONTAINED, resource, statements, synthesizeAll } from "../../support/synth";
import { WORKED, WORKED_EXPRESS, WORKED_PRODUCTION } from "../../support/workflow";

const jsonOf = (environment: AwsEnvironment) => cellOf(environment).json;

const cell = jsonOf(WORKED);
const machineOf = (json: typeof cell) =>
  resource(json, "aws_sfn_state_machine.fulfilment_workflow") as Record<string, unknown>;

interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
const definitionOf = (json: typeof cell): Definition =>
  JSON.parse(String(machineOf(json)["definition"])) as Definition;

const HANDLER =
  "arn:aws:lambda:us-east-1:123456789012:function:${aws_lambda_function.fulfilment_handler.function_name}:${aws_lambda_alias.fulfilment_handler_live.name}";
const MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:dev-flow-c01-fulfilment";

describe("a state machine", () => {
  test("calls one function by its alias, with the key of the step and the event", () => {
    const { StartAt: start, States: states } = definitionOf(cell);
    expect(start).toBe("reserve-stock");
    expect(states["reserve-stock"]).toEqual({
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: {
        FunctionName: HANDLER,
        Payload: {
          step: "reserve-stock",
          "key.$": "States.Format('{}/reserve-stock', $$.Execution.Name)",
          "execution.$": "$$.Execution.Name",
          "event.$": "$.event",
        },
      },
      ResultSelector: { "value.$": "$.Payload" },
      ResultPath: "$.answer",
      TimeoutSeconds: 15,
      Retry: [
        { ErrorEquals: ["Refused"], MaxAttempts: 0 },
        {
          ErrorEquals: [
            "Lambda.AWSLambdaException",
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.SdkClientException",
            "Lambda.ServiceException",
            "Lambda.TooManyRequestsException",
          ],
          ...{ IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 6 },
          ...{ MaxDelaySeconds: 60, JitterStrategy: "FULL" },
        },
        {
          ...{ ErrorEquals: ["States.ALL"], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 2 },
          ...{ MaxDelaySeconds: 60, JitterStrategy: "FULL" },
        },
      ],
      Catch: [
        { ErrorEquals: ["Refused"], ResultPath: "$.failure", Next: "Why" },
        { ErrorEquals: ["States.ALL"], ResultPath: "$.failure", Next: "release-stock" },
      ],
      Next: "take-payment",
    });
  });

  test("tells what undoes a step the key of that step", () => {
    expect(definitionOf(cell).States["pay-back"]).toMatchObject({
      Parameters: {
        Payload: {
          ...{ step: "pay-back", undoes: "take-payment" },
          "key.$": "States.Format('{}/take-payment', $$.Execution.Name)",
        },
      },
      Next: "release-stock",
    });
    expect(definitionOf(cell).States["pay-back"]).not.toHaveProperty("Catch");
  });

  test("says states of its own as they were declared, of which Terraform reads nothing as a template", () => {
    const { States: states, TimeoutSeconds: timeout } = definitionOf(jsonOf(WORKED_EXPRESS));
    expect(timeout).toBe(300);
    expect(states["decide"]).toEqual({
      Type: "Choice",
      Choices: [
        {
          And: [
            { Variable: "$.answer.value.verdict", IsPresent: true },
            { Variable: "$.answer.value.verdict", StringEquals: "later $${x}" },
          ],
          Next: "pause",
        },
        {
          And: [
            { Variable: "$.event.data.total", IsPresent: true },
            { Variable: "$.event.data.total", NumericEquals: 0 },
          ],
          Next: "over",
        },
        {
          And: [
            { Variable: "$.event.data.gift", IsPresent: true },
            { Variable: "$.event.data.gift", BooleanEquals: true },
          ],
          Next: "over",
        },
      ],
      Default: "keep",
    });
    expect(states["lost"]).toEqual({ Type: "Fail", Error: "Lost", Cause: "Nobody has $${it}." });
    expect(states["keep"]).toMatchObject({ End: true });
    expect(states["keep"]?.["Retry"]).toHaveLength(1);
    expect(machineOf(jsonOf(WORKED_EXPRESS))["type"]).toBe("EXPRESS");
  });

  test("is standard, traced, encrypted with a key of its own and logged without its data in production", () => {
    expect(machineOf(jsonOf(WORKED_PRODUCTION))).toMatchObject({
      name: "prod-flow-c01-fulfilment",
      type: "STANDARD",
      tags: { Name: "prod-flow-c01-fulfilment" },
      tracing_configuration: { enabled: true },
      encryption_configuration: {
        type: "CUSTOMER_MANAGED_KMS_KEY",
        kms_key_id: "${aws_kms_key.fulfilment_executions_key.arn}",
        kms_data_key_reuse_period_seconds: 300,
      },
      logging_configuration: {
        level: "ALL",
        include_execution_data: false,
        log_destination: "${aws_cloudwatch_log_group.fulfilment_workflow_logs.arn}:*",
      },
    });
    expect(resource(cell, "aws_cloudwatch_log_group.fulfilment_workflow_logs")).toMatchObject({
      name: "/aws/vendedlogs/states/dev-flow-c01-fulfilment",
      kms_key_id: "${aws_kms_key.fulfilment_logs_key.arn}",
    });
  });
});

describe("rights", () => {
  const policyOf = (name: string) =>
    statements(String(resource(cell, `aws_iam_role_policy.${name}`)["policy"]));
  const said = (name: string, sid: string) => policyOf(name).find(({ Sid }) => Sid === sid);

  test("the machine's role calls the alias and nothing else, and Step Functions takes it for this machine alone", () => {
    expect(said("fulfilment_workflow_role_grants", "CallSteps")).toMatchObject({
      Action: "lambda:InvokeFunction",
      Resource: HANDLER,
    });
    const role = resource(cell, "aws_iam_role.fulfilment_workflow_role");
    expect(statements(String(role["assume_role_policy"]))).toEqual([
      {
        Effect: "Allow",
        Principal: { Service: "states.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": "123456789012" },
          ArnLike: { "aws:SourceArn": MACHINE },
        },
      },
    ]);
    expect(said("fulfilment_workflow_role_grants", "EncryptExecutions")).toMatchObject({
      Resource: "${aws_kms_key.fulfilment_executions_key.arn}",
      Condition: {
        StringEquals: { "kms:EncryptionContext:aws:states:stateMachineArn": MACHINE },
      },
    });
  });

  test("what starts executions starts those of this machine, and reads nothing that steps keep", () => {
    const all = policyOf("fulfilment_starter_grants");
    expect(said("fulfilment_starter_grants", "StartExecutions")).toMatchObject({
      Action: "states:StartExecution",
      Resource:
        "arn:aws:states:us-east-1:123456789012:stateMachine:${aws_sfn_state_machine.fulfilment_workflow.name}",
    });
    expect(all.flatMap(({ Action }) => Action).join()).not.toContain("dynamodb");
  });

  test("the steps' function keeps its state, and starts nothing", () => {
    const actions = policyOf("fulfilment_handler_grants").flatMap(({ Action }) => Action);
    expect(actions).toEqual(
      expect.arrayContaining(["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"]),
    );
    expect(actions.join()).not.toContain("states:");
    expect(actions.join()).not.toContain("sqs:");
  });

  test("two functions of one zip, each by its own export", () => {
    expect(resource(cell, "aws_lambda_function.fulfilment_handler")["handler"]).toBe(
      "index.handler",
    );
    expect(resource(cell, "aws_lambda_function.fulfilment_starter")).toMatchObject({
      handler: "index.start",
      reserved_concurrent_executions: 10,
    });
  });
});

test.each([WORKED, WORKED_EXPRESS, WORKED_PRODUCTION])(
  "the gate passes what is written of $name",
  async (environment: AwsEnvironment) => {
    const bytes = Buffer.from(JSON.stringify(jsonOf(environment)));
    const verdict = await judge([{ name: "cdk.tf.json", bytes }], {
      ...{ now: new Date(0), stage: "synth", undetermined: "warn" },
    });
    expect(verdict.findings).toEqual([]);
  },
);

describe("a pipeline that applies it", () => {
  const stacks = synthesizeAll([{ ...WORKED, pipeline: GITHUB }]);
  const bootstrap = stacks.find(({ id }) => id === "dev-flow-bootstrap")!.json;
  const resourcesOf = (policy: "read" | "write", action: string) =>
    Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
      .filter(([name]) => name.startsWith(`pipeline_${policy}`))
      .flatMap(([, { policy: text }]) => statements(text))
      .filter(({ Action }) => [Action].flat().includes(action))
      .flatMap(({ Resource }) => Resource);

  test("makes, changes and removes state machines by their names", () => {
    const machines = ["arn:aws:states:us-east-1:123456789012:stateMachine:dev-flow-c01-*"];
    expect(resourcesOf("write", "states:CreateStateMachine")).toEqual(machines);
    expect(resourcesOf("read", "states:DescribeStateMachine")).toEqual(machines);
    expect(resourcesOf("write", "states:StartExecution")).toEqual([]);
  });
});

test("files that a workflow declares are mounted by the function of its steps, and by nothing else", () => {
  const [fulfilment] = WORKED.services;
  const stores = { ...fulfilment!.stores, labels: { kind: "file" } } as const;
  const json = jsonOf({ ...CONTAINED, name: "dev-flow", services: [{ ...fulfilment!, stores }] });
  expect(resource(json, "aws_lambda_function.fulfilment_handler").file_system_config).toMatchObject(
    {
      local_mount_path: "/mnt/labels",
    },
  );
  expect(resource(json, "aws_lambda_function.fulfilment_starter")).not.toHaveProperty(
    "file_system_config",
  );
});
