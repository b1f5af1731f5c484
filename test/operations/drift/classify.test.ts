import fc from "fast-check";
import { CLASSES, classify, type Classified } from "../../../operations/drift/classify";
import type { Plan } from "../../../operations/drift/plan";
import { change, fixture, planOf } from "./plans";

const told = (classified: readonly Classified[]) =>
  classified.map(({ class: found, address, paths }) =>
    `${found} ${address} ${paths.map((path) => path.join(".")).join()}`.trim(),
  );

const drifted = (plan: Plan) => told(classify(plan)).filter((line) => !/^(echo|noise) /.test(line));

test("after a clean apply there are echoes and noise, and nothing else", () => {
  expect(told(classify(fixture("echoes.json")))).toEqual([
    "noise aws_cloudwatch_log_group.l",
    "noise aws_dynamodb_table.t",
    "echo aws_iam_role.r inline_policy",
    "noise aws_kms_key.k",
    "noise aws_lambda_event_source_mapping.e",
    "noise aws_lambda_function.f",
    "echo aws_s3_bucket.b lifecycle_rule,policy,server_side_encryption_configuration,versioning",
    "echo aws_security_group.g ingress",
    "echo aws_sns_topic.t policy",
    "echo aws_sqs_queue.dlq redrive_allow_policy",
    "echo aws_sqs_queue.q policy",
    "noise aws_ssm_parameter.s",
    "noise aws_vpc.v",
  ]);
});

test("what was changed by hand is declared where a plan reverts it, and silent where none does", () => {
  expect(drifted(fixture("drifted.json"))).toEqual([
    "silent aws_iam_role.r inline_policy",
    "silent aws_security_group.g ingress",
    "declared aws_sqs_queue.q visibility_timeout_seconds",
    "declared aws_sqs_queue_policy.q policy",
    "declared aws_ssm_parameter.s value,version",
  ]);
});

test("what was deleted by hand is gone, also where the plan makes it again", () => {
  expect(drifted(fixture("gone.json"))).toEqual([
    "gone aws_sqs_queue.dlq",
    "declared aws_sqs_queue.q visibility_timeout_seconds",
    "declared aws_sqs_queue_policy.q policy",
    "gone aws_sqs_queue_redrive_allow_policy.dlq",
  ]);
});

test.each(["terraform", "tofu"])(
  "%s: moved, forgotten, deleted and created wait for an apply",
  (tool) => {
    expect(told(classify(fixture(`moved.${tool}.json`)))).toEqual([
      "pending terraform_data.created",
      "pending terraform_data.deleted",
      "pending terraform_data.forgotten",
      "moved terraform_data.new",
      "pending terraform_data.pending input",
    ]);
  },
);

describe("an echo", () => {
  const queue = (before: unknown, after: unknown) =>
    change("aws_sqs_queue", ["update"], { id: "q", policy: before }, { id: "q", policy: after });
  const policy = (before: unknown, after: unknown) =>
    change(
      "aws_sqs_queue_policy",
      before === after ? ["no-op"] : ["update"],
      { queue_url: "q", policy: before },
      { queue_url: "q", policy: after },
    );
  const [good, spaced, evil] = ['{"a":["x"]}', '{ "a": "x" }', '{"a":"*"}'];

  test.each([
    ["equal to what its setter plans", queue("", good), policy(good, good), "echo"],
    ["spelt in another way", queue("", spaced), policy(good, good), "echo"],
    [
      "equal to what its setter holds, whose own drift is found",
      queue("", evil),
      policy(evil, good),
      "echo",
    ],
    ["of nothing that the setter holds", queue("", evil), policy(good, good), "silent"],
  ])("%s", (_, drift, setter, expected) => {
    const [found] = classify(planOf([drift], [setter])).filter(
      ({ type }) => type === "aws_sqs_queue",
    );
    expect(found?.class).toBe(expected);
  });

  test("needs a setter in the same plan", () => {
    expect(classify(planOf([queue("", good)], []))[0]?.class).toBe("silent");
  });

  test("needs a setter of the same resource", () => {
    const other = change(
      "aws_sqs_queue_policy",
      ["no-op"],
      ...twice({ queue_url: "z", policy: good }),
    );
    expect(classify(planOf([queue("", good)], [other]))[0]?.class).toBe("silent");
  });
});

const twice = (values: Record<string, unknown>) => [values, values] as const;

describe("noise", () => {
  const update = (before: unknown, after: unknown) =>
    change("any_thing", ["update"], { a: before }, { a: after });

  test.each([
    [null, {}],
    ["", null],
    [[], ""],
    [
      ["x", "y"],
      ["y", "x"],
    ],
    [[{ b: 1, c: null }], [{ c: "", b: 1 }]],
  ])("%j and %j are the same", (before, after) => {
    expect(classify(planOf([update(before, after)], []))[0]?.class).toBe("noise");
  });

  test.each([
    [null, false],
    [0, null],
    ["x", ""],
    [["x"], ["x", "x"]],
  ])("%j and %j are not", (before, after) => {
    expect(classify(planOf([update(before, after)], []))[0]?.class).toBe("silent");
  });

  test("another order is drift where the plan puts it back", () => {
    const back = change("any_thing", ["update"], { a: ["y", "x"] }, { a: ["x", "y"] });
    expect(told(classify(planOf([update(["x", "y"], ["y", "x"])], [back])))).toEqual([
      "declared any_thing.one a",
    ]);
  });

  test("is what a service reports about itself", () => {
    const type = "aws_lambda_event_source_mapping";
    const processed = (last_processing_result: string) => ({ last_processing_result });
    const drift = change(type, ["update"], processed("No records processed"), processed("OK"));
    expect(classify(planOf([drift], []))[0]?.class).toBe("noise");
  });
});

test("an action that is not known yet is drift, never nothing", () => {
  const drift = change("any_thing", ["transmogrify"], { a: 1 }, { a: 1 });
  expect(classify(planOf([drift], []))[0]?.class).toBe("silent");
});

test("data sources are no resources", () => {
  const read = { ...change("any_thing", ["read"], null, { a: 1 }), mode: "data" };
  expect(classify(planOf([read], [read]))).toEqual([]);
});

test("a deposed object is an entry of its own", () => {
  const deposed = { ...change("any_thing", ["delete"], { a: 1 }, null), deposed: "abcd1234" };
  const kept = change("any_thing", ["update"], { a: 1 }, { a: 2 });
  expect(told(classify(planOf([], [kept, deposed])))).toEqual([
    "pending any_thing.one a",
    "pending any_thing.one",
  ]);
});

const action = fc.constantFrom("no-op", "read", "create", "update", "delete", "forget", "other");
const attributes = fc.option(fc.dictionary(fc.constantFrom("id", "policy", "a"), fc.jsonValue()));
const entry = fc.record({
  address: fc.constantFrom("a.x", "a.y", "aws_sqs_queue.q"),
  type: fc.constantFrom("a", "aws_sqs_queue", "aws_sqs_queue_policy"),
  mode: fc.constant("managed"),
  change: fc.record({
    actions: fc.array(action, { minLength: 1, maxLength: 2 }),
    before: attributes,
    after: attributes,
  }),
});

test("every entry of a plan gets exactly one class", () => {
  fc.assert(
    fc.property(fc.array(entry), fc.array(entry), (drift, planned) => {
      const plan = planOf(drift as never, planned as never);
      const found = classify(plan);
      const addresses = found.map(({ address }) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(found.every((each) => CLASSES.includes(each.class))).toBe(true);
      expect(addresses).toEqual(expect.arrayContaining(drift.map(({ address }) => address)));
      expect(classify(plan)).toEqual(found);
    }),
  );
});
