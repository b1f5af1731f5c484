import { dev } from "../../environments/dev";
import { orders } from "../../environments/services/orders";
import type { RawResource } from "../../model/declaration";
import { cellOf, origin, resource } from "./support/synth";

const cellWith = (...extend: RawResource[]) =>
  cellOf({ ...dev, services: [{ ...orders, extend }] }).json;

const topic: RawResource = {
  cloud: "aws",
  type: "aws_sns_topic",
  id: "orders_done",
  attributes: { name: "dev-c01-orders-done", kms_master_key_id: "alias/aws/sns" },
};

const tags = { service: "orders", owner: "commerce", environment: "dev", "cost-center": "cc-1001" };

test("a resource given as data stands in the service's stack under its own name, tagged", () => {
  const json = cellWith(topic);
  expect(resource(json, "aws_sns_topic.orders_done")).toEqual({
    name: "dev-c01-orders-done",
    kms_master_key_id: "alias/aws/sns",
    tags,
  });
  expect(origin(json, "aws_sns_topic.orders_done")).toEqual({ path: "orders.extend[0]" });
});

test("its own tags win and the others are added", () => {
  const own = { ...topic, attributes: { tags: { owner: "checkout", team: "x" } } };
  expect(resource(cellWith(own), "aws_sns_topic.orders_done").tags).toEqual({
    ...tags,
    owner: "checkout",
    team: "x",
  });
});

test("a type that carries no tags gets none", () => {
  const alias: RawResource = {
    cloud: "aws",
    type: "aws_kms_alias",
    id: "second",
    attributes: { name: "alias/second", target_key_id: "${aws_kms_key.orders_data_key.key_id}" },
  };
  expect(resource(cellWith(alias), "aws_kms_alias.second")).toEqual(alias.attributes);
});

test("it may refer to what the service has, and not to what it has not", () => {
  const subscription = (endpoint: string): RawResource => ({
    cloud: "aws",
    type: "aws_sns_topic_subscription",
    id: "to_orders",
    attributes: { topic_arn: "${aws_sns_topic.orders_done.arn}", protocol: "sqs", endpoint },
  });
  expect(() => cellWith(topic, subscription("${aws_sqs_queue.orders_events.arn}"))).not.toThrow();
  expect(() => cellWith(topic, subscription("${aws_sqs_queue.nowhere.arn}"))).toThrow(
    "dev-c01: expected references only to resources of this stack, got aws_sqs_queue.nowhere;",
  );
});

test("a type that the pinned provider lacks is an error that says so", () => {
  expect(() => cellWith({ ...topic, type: "aws_s3vectors_index" })).toThrow(
    "expected a resource type of hashicorp/aws 5.100.0, got aws_s3vectors_index; correct its name",
  );
});

test("an address that the service has already is refused", () => {
  expect(() => cellWith({ ...topic, type: "aws_sqs_queue", id: "orders_events" })).toThrow(
    "aws_sqs_queue.orders_events: expected one construct for this address, got two:",
  );
});

test("another cloud's resources are left out", () => {
  const foreign: RawResource = { ...topic, cloud: "google", type: "google_pubsub_topic" };
  expect(cellWith(foreign).resource).toEqual(cellWith().resource);
});
