import { changeOf, drifted } from "../../../policies/gate/freeze/effects";
import type { Effect } from "../../../policies/gate/freeze/freeze";
import type { JsonObject } from "../../../policies/gate/types";

const topic = "arn:aws:sns:us-east-1:1:t";
const policy = "arn:aws:autoscaling:us-east-1:1:scalingPolicy:x";

const effect = (type: string, actions: readonly string[], change: JsonObject = {}) =>
  changeOf({ address: `${type}.a`, type, mode: "managed", change: { actions, ...change } })?.effect;

test.each<[readonly string[], Effect]>([
  [["no-op"], "none"],
  [["read"], "none"],
  [["create"], "change"],
  [["update"], "change"],
  [["delete"], "destructive"],
  [["delete", "create"], "destructive"],
  [["create", "delete"], "destructive"],
  [["forget"], "destructive"],
  [["create", "forget"], "destructive"],
  [["no-op", "delete"], "destructive"],
  [["reticulate"], "destructive"],
  [[], "destructive"],
])("%j on what serves users is %s", (actions, expected) => {
  expect(effect("aws_sqs_queue", actions)).toBe(expected);
});

test("only what is created and nothing else is new", () => {
  const isNew = (...actions: string[]) =>
    changeOf({ address: "a.a", type: "a", mode: "managed", change: { actions } })?.isNew;
  expect(isNew("create")).toBe(true);
  for (const actions of [["delete", "create"], ["create", "forget"], ["update"], ["no-op"], []])
    expect(isNew(...actions)).toBe(false);
});

test.each<[string, readonly string[], Effect]>([
  ["aws_cloudwatch_dashboard", ["create"], "harmless"],
  ["google_monitoring_alert_policy", ["update"], "harmless"],
  ["grafana_rule_group", ["delete", "create"], "harmless"],
  ["grafana_rule_group", ["delete"], "destructive"],
  ["aws_prometheus_rule_group_namespace", ["forget"], "destructive"],
  ["grafana_dashboard", ["create", "reticulate"], "destructive"],
  ["google_monitoring_uptime_check_config", ["update"], "change"],
])("%s: %j is %s", (type, actions, expected) => {
  expect(effect(type, actions)).toBe(expected);
});

describe("an alarm only watches where all it does is to tell a topic", () => {
  const alarm = (change: JsonObject) => effect("aws_cloudwatch_metric_alarm", ["update"], change);
  const ALL = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
  test.each(ALL)("%s", (name) => {
    const tells = { [name]: [topic] };
    expect(alarm({ before: tells, after: { ...tells, threshold: 2 } })).toBe("harmless");
    expect(alarm({ before: { [name]: [policy] }, after: tells })).toBe("change");
    expect(alarm({ before: tells, after: { [name]: [topic, policy] } })).toBe("change");
    expect(alarm({ before: {}, after: {}, after_unknown: { [name]: [true] } })).toBe("change");
    expect(alarm({ before: {}, after: {}, after_unknown: { [name]: true } })).toBe("change");
    expect(alarm({ before: {}, after: { [name]: [null] } })).toBe("change");
  });
  test("none, and in other partitions", () => {
    const first = { before: null, after: { threshold: 1 }, after_unknown: { arn: true } };
    expect(alarm(first)).toBe("harmless");
    const elsewhere = { ok_actions: ["arn:aws-us-gov:sns:r:1:t"] };
    expect(alarm({ before: {}, after: elsewhere })).toBe("harmless");
    const composite = effect("aws_cloudwatch_composite_alarm", ["create"], {
      after: { alarm_actions: [policy] },
    });
    expect(composite).toBe("change");
  });
});

describe("tags", () => {
  const tagged = (type: string, before: JsonObject, after: JsonObject, unknown: JsonObject = {}) =>
    effect(type, ["update"], { before, after, after_unknown: unknown });
  const some = { tags: { a: "1" }, tags_all: { a: "1" }, name: "q" };
  const others = { tags: { a: "2" }, tags_all: { a: "2" }, name: "q" };
  test("of AWS are set beside the resource; labels of Google where nothing is built anew", () => {
    expect(tagged("aws_sqs_queue", some, others)).toBe("harmless");
    const labels = [{ labels: { a: "1" } }, { labels: {}, effective_labels: { b: "1" } }] as const;
    expect(tagged("google_pubsub_topic", ...labels)).toBe("harmless");
    expect(tagged("google_cloudfunctions2_function", ...labels)).toBe("change");
    expect(tagged("azurerm_storage_account", some, others)).toBe("change");
  });
  test("and nothing else: not with another attribute, or nothing that differs", () => {
    expect(tagged("aws_sqs_queue", some, { ...others, name: "b" })).toBe("change");
    expect(tagged("aws_sqs_queue", some, others, { tags_all: true })).toBe("harmless");
    expect(tagged("aws_sqs_queue", some, others, { policy: true })).toBe("change");
    expect(tagged("aws_sqs_queue", { a: 1 }, { a: 1 })).toBe("change");
    expect(effect("aws_sqs_queue", ["create"], { before: null, after: { tags: {} } })).toBe(
      "change",
    );
  });
});

test("data sources only read", () => {
  const data = { mode: "data", type: "aws_iam_policy_document", change: { actions: ["read"] } };
  expect(changeOf(data)).toBeUndefined();
});

test("what drifted", () => {
  const entry = (address: string, ...actions: string[]) => ({ address, change: { actions } });
  const entries = [entry("a", "update"), entry("b", "no-op"), entry("c", "delete"), entry("d")];
  expect([...drifted(entries)]).toEqual(["a", "c"]);
});

test("a tag that is sensitive names nobody", () => {
  const tagged = (sensitive: JsonObject | boolean) =>
    changeOf({
      address: "a.b",
      type: "a",
      change: {
        actions: ["update"],
        before: { tags: { service: "s" } },
        before_sensitive: sensitive,
      },
    })?.tagged;
  expect(tagged({})).toEqual(["s"]);
  expect(tagged(true)).toEqual([]);
  expect(tagged({ tags: true })).toEqual([]);
  expect(tagged({ tags: { service: true } })).toEqual([]);
});
