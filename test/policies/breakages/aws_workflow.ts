import { breakagesOf } from "./notation";

const { set } = breakagesOf("aws_workflow");

const MACHINE = "aws_sfn_state_machine.fulfilment";
const LOG = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/vendedlogs/states/fulfilment:*";

export const awsWorkflow = [
  set("AWS-SFN-001", MACHINE, "logging_configuration", [], "logging_configuration"),
  set("AWS-SFN-001", MACHINE, "logging_configuration", [
    { level: "OFF", include_execution_data: false },
  ]),
  set("AWS-SFN-002", MACHINE, "logging_configuration", [
    { level: "ALL", include_execution_data: true, log_destination: LOG },
  ]),
  set("AWS-SFN-003", MACHINE, "tracing_configuration", [], "tracing_configuration"),
  set("AWS-SFN-003", MACHINE, "tracing_configuration", [{ enabled: false }]),
  set("AWS-SFN-004", MACHINE, "encryption_configuration", [], "encryption_configuration"),
  set("AWS-SFN-004", MACHINE, "encryption_configuration", [{ type: "AWS_OWNED_KEY" }]),
];
