import { WorkTopic, type WorkTopicProps } from "../../../constructs/gcp/work_topic";
import { agent, alone, place, resource } from "./support";

const names = { topic: "in", deadLetterTopic: "dead", deadLetterSubscription: "kept" };
const key = { id: "projects/p/locations/r/keyRings/k/cryptoKeys/c", grants: [] };

const topic = (props: Partial<WorkTopicProps> = {}) =>
  alone((scope) => new WorkTopic(scope, "events", { place, names, key, ...props }));

test("a topic is encrypted, can be replayed for 4 days and stays in the region", () => {
  expect(resource(topic(), "google_pubsub_topic.events")).toEqual({
    name: "in",
    project: "example-plinth-dev",
    kms_key_name: key.id,
    message_retention_duration: "345600s",
    message_storage_policy: { allowed_persistence_regions: ["us-central1"] },
    depends_on: [],
  });
});

test("dead letters have a topic and a subscription that keeps them for 14 days and never expires", () => {
  const json = topic();
  expect(resource(json, "google_pubsub_topic.events_dlq")).toMatchObject({
    name: "dead",
    kms_key_name: key.id,
    message_retention_duration: "1209600s",
  });
  expect(resource(json, "google_pubsub_subscription.events_dlq_subscription")).toEqual({
    name: "kept",
    project: "example-plinth-dev",
    topic: "${google_pubsub_topic.events_dlq.id}",
    ack_deadline_seconds: 60,
    message_retention_duration: "1209600s",
    expiration_policy: { ttl: "" },
  });
});

test("only Pub/Sub itself may set messages aside", () => {
  expect(resource(topic(), "google_pubsub_topic_iam_member.events_dlq_publisher")).toEqual({
    project: "example-plinth-dev",
    topic: "${google_pubsub_topic.events_dlq.name}",
    role: "roles/pubsub.publisher",
    member: agent("gcp-sa-pubsub"),
  });
});

test("retentions and labels can be set", () => {
  const json = topic({
    ...{ retentionSeconds: 600, deadLetterRetentionSeconds: 2_678_400 },
    labels: { a: "b" },
  });
  expect(resource(json, "google_pubsub_topic.events")).toMatchObject({
    message_retention_duration: "600s",
    labels: { a: "b" },
  });
  expect(resource(json, "google_pubsub_subscription.events_dlq_subscription")).toMatchObject({
    message_retention_duration: "2678400s",
    labels: { a: "b" },
  });
});

test("what Pub/Sub refuses is said at synth", () => {
  expect(() => topic({ retentionSeconds: 60 })).toThrow(
    "alone/events: retention (seconds): expected a whole number from 600 to 2678400 on Google Cloud, got 60",
  );
  expect(() => topic({ deadLetterRetentionSeconds: 2_678_401 })).toThrow(
    "alone/events: deadLetterRetention (seconds): expected a whole number from 600 to 2678400 on Google Cloud, got 2678401",
  );
});
