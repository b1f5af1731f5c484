import { addressesOf, contentOf } from "../../../constructs/ledger/content";
import type { TerraformJson } from "../../../constructs/terraform_json";

const queue = { name: "orders", "//": { metadata: { path: "dev-c01/orders/events" } } };
const stack = (name: string, of: object = queue, policy = "a-policy"): TerraformJson => ({
  resource: {
    aws_sqs_queue: { [name]: of as never },
    aws_sqs_queue_policy: {
      [`${name}_policy`]: { queue_url: `\${aws_sqs_queue.${name}.url}`, policy },
    },
  },
});

const fingerprint = (json: TerraformJson, address: string) => contentOf(json).get(address);

test("addresses are sorted, and data sources have none", () => {
  const data = { aws_caller_identity: { self: {} } };
  expect(addressesOf({ ...stack("orders"), data })).toEqual([
    "aws_sqs_queue.orders",
    "aws_sqs_queue_policy.orders_policy",
  ]);
});

describe("a fingerprint", () => {
  const before = contentOf(stack("orders"));

  test("is the same under another name, also of what refers to it", () => {
    expect([...contentOf(stack("intake")).values()]).toEqual([...before.values()]);
  });

  test("is the same with its keys in another order and another construct's path", () => {
    const other = { "//": { metadata: { path: "elsewhere" } }, name: "orders" };
    expect([...contentOf(stack("orders", other)).values()]).toEqual([...before.values()]);
  });

  test("is another for another content, also of what refers to it", () => {
    const after = contentOf(stack("orders", { name: "intake" }));
    for (const [address, one] of before) expect(after.get(address)).not.toBe(one);
  });

  test("of what it refers to does not change", () => {
    const after = contentOf(stack("orders", queue, "another"));
    const same = [...before].filter(([address, one]) => after.get(address) === one);
    expect(same.map(([address]) => address)).toEqual(["aws_sqs_queue.orders"]);
  });

  test("is another for another type of the same words", () => {
    const topic = { resource: { aws_sns_topic: { orders: { name: "orders" } } } };
    const plain = { resource: { aws_sqs_queue: { orders: { name: "orders" } } } };
    expect(fingerprint(topic, "aws_sns_topic.orders")).not.toBe(
      fingerprint(plain, "aws_sqs_queue.orders"),
    );
  });

  test("follows depends_on and data sources by what they say", () => {
    const withData = (name: string, id: string): TerraformJson => ({
      data: { aws_ssm_parameter: { [name]: { name: id } } },
      resource: {
        aws_sqs_queue: {
          q: { name: `\${data.aws_ssm_parameter.${name}.value}`, depends_on: ["aws_sqs_queue.d"] },
          d: {},
        },
      },
    });
    const of = (name: string, id: string) => fingerprint(withData(name, id), "aws_sqs_queue.q");
    expect(of("a", "/x")).toBe(of("b", "/x"));
    expect(of("a", "/x")).not.toBe(of("a", "/y"));
  });

  test("ends where resources refer to each other in a circle, which Terraform refuses", () => {
    const circle = {
      resource: {
        aws_sqs_queue: { a: { x: "${aws_sqs_queue.b.id}" }, b: { x: "${aws_sqs_queue.a.id}" } },
      },
    };
    expect(contentOf(circle).size).toBe(2);
  });
});
