import { isPlanOf } from "../../../policies/gate/freeze/twins";
import { fixtures, load } from "../fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

const pair = (name: string): [any, any] => [
  load(`plans/${name}.json`).configuration,
  load(`gate/${name}.tf.json`),
];

test.each(fixtures)("the real plan of %s is of its stack", (name) => {
  expect(isPlanOf(...pair(name))).toBe(true);
});

test("no plan is of another stack", () => {
  for (const one of fixtures)
    for (const other of fixtures.filter((name) => name !== one))
      expect(isPlanOf(pair(one)[0], pair(other)[1])).toBe(false);
});

const WAYS: Record<string, (stack: any) => void> = {
  "another value": ({ resource }) => (resource.aws_sqs_queue.queue.name = "other"),
  "another reference": ({ resource }) =>
    (resource.aws_sqs_queue.queue.kms_master_key_id = "${aws_kms_key.other.arn}"),
  "one argument less": ({ resource }) => delete resource.aws_sqs_queue.queue.name,
  "one argument more": ({ resource }) => (resource.aws_sqs_queue.queue.delay_seconds = 0),
  "one resource less": ({ resource }) => delete resource.aws_sqs_queue.dead,
  "one resource more": ({ resource }) => (resource.aws_sqs_queue.more = { name: "more" }),
  "a block that differs": ({ resource }) => (resource.aws_dynamodb_table.state.ttl.enabled = false),
  "a data source": (stack) => (stack.data = { aws_region: { here: { name: "x" } } }),
  "another region": ({ provider }) => (provider.aws[0].region = "ap-south-1"),
  "another provider": ({ provider }) => provider.aws.push({ alias: "b", region: "eu-west-1" }),
};

test.each(Object.keys(WAYS))("%s makes another stack", (way) => {
  const [plan, stack] = pair("aws");
  WAYS[way]?.(stack);
  expect(isPlanOf(plan, stack)).toBe(false);
});

test("comments, nulls and the spelling of a lone block do not count", () => {
  const [plan, stack] = pair("aws");
  stack.resource.aws_sqs_queue.queue["//"] = { other: true };
  stack.resource.aws_sqs_queue.queue.policy = null;
  stack.resource.aws_dynamodb_table.state.ttl = [stack.resource.aws_dynamodb_table.state.ttl];
  expect(isPlanOf(plan, stack)).toBe(true);
});

test("what a module holds is not beside it", () => {
  const [plan, stack] = pair("aws");
  plan.root_module.module_calls = { m: { module: {} } };
  expect(isPlanOf(plan, stack)).toBe(false);
});
