import type { Attributes, TerraformJson } from "../../constructs/terraform_json";
import {
  deadLetters,
  encrypted,
  logRetention,
  noWildcardAction,
  predicates,
  tagged,
  tlsOnly,
  type Predicate,
} from "./support/predicates";
import { synthesizeAll } from "./support/synth";

const stacks = synthesizeAll();
const cell = stacks.find((stack) => stack.id === "dev-c01")!;
const bootstrap = stacks.find((stack) => stack.id === "dev-bootstrap")!;

describe.each(stacks)("$id", ({ json }) => {
  test.each(Object.entries(predicates))("%s", (_, predicate) => {
    expect(predicate(json)).toEqual([]);
  });
});

type Draft = { resource: Record<string, Record<string, Record<string, unknown>>> };

/** A stack with one thing broken. */
function broken(json: TerraformJson, breakIt: (draft: Draft) => void): TerraformJson {
  const draft = structuredClone(json) as unknown as Draft;
  breakIt(draft);
  return draft as unknown as TerraformJson;
}

const at = (draft: Draft, address: string): Record<string, unknown> => {
  const [type = "", name = ""] = address.split(".");
  return draft.resource[type]![name]!;
};

const faults: [
  string,
  Attributes["x"] & string,
  Predicate,
  TerraformJson,
  (draft: Draft) => void,
][] = [
  [
    "a queue without its policy",
    "aws_sqs_queue.orders_events",
    tlsOnly,
    cell.json,
    (draft) => {
      delete draft.resource.aws_sqs_queue_policy!.orders_events_policy;
    },
  ],
  [
    "a bucket whose policy denies nothing",
    "aws_s3_bucket.state",
    tlsOnly,
    bootstrap.json,
    (draft) => {
      at(draft, "aws_s3_bucket_policy.state_policy").policy = '{"Statement":[]}';
    },
  ],
  [
    "a table without a key",
    "aws_dynamodb_table.orders_state",
    encrypted,
    cell.json,
    (draft) => {
      delete at(draft, "aws_dynamodb_table.orders_state").server_side_encryption;
    },
  ],
  [
    "a bucket without encryption",
    "aws_s3_bucket.state",
    encrypted,
    bootstrap.json,
    (draft) => {
      delete draft.resource.aws_s3_bucket_server_side_encryption_configuration;
    },
  ],
  [
    "a role that may do all of SQS",
    "aws_iam_role_policy.orders_processor_grants",
    noWildcardAction,
    cell.json,
    (draft) => {
      at(draft, "aws_iam_role_policy.orders_processor_grants").policy =
        '{"Statement":[{"Effect":"Allow","Action":["sqs:*"],"Resource":"x"}]}';
    },
  ],
  [
    "a queue that sets nothing aside",
    "aws_sqs_queue.orders_events_dlq",
    deadLetters,
    cell.json,
    (draft) => {
      at(draft, "aws_sqs_queue.orders_events").redrive_policy = "{}";
    },
  ],
  [
    "logs that are kept for ever",
    "aws_cloudwatch_log_group.orders_processor_logs",
    logRetention,
    cell.json,
    (draft) => {
      delete at(draft, "aws_cloudwatch_log_group.orders_processor_logs").retention_in_days;
    },
  ],
  [
    "a queue that nobody owns",
    "aws_sqs_queue.orders_events",
    tagged,
    cell.json,
    (draft) => {
      delete (at(draft, "aws_sqs_queue.orders_events").tags as Record<string, string>).owner;
    },
  ],
];

test.each(faults)("%s is seen at %s", (_, address, predicate, json, breakIt) => {
  expect(predicate(broken(json, breakIt))).toEqual([address]);
});
