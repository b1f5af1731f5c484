import { PushConsumer, type PushConsumerProps } from "../../../constructs/gcp/push_consumer";
import { WorkTopic } from "../../../constructs/gcp/work_topic";
import { agent, alone, place, resource, resources } from "./support";

const names = {
  ...{ topic: "in", deadLetterTopic: "dead", deadLetterSubscription: "kept" },
  ...{ subscription: "work", pushAccount: "pusher" },
};
const key = { id: "projects/p/locations/r/keyRings/k/cryptoKeys/c", grants: [] };

const consumer = (props: Partial<PushConsumerProps> = {}) =>
  alone((scope) => {
    const events = new WorkTopic(scope, "events", { place, names, key });
    new PushConsumer(scope, "consumer", {
      ...{ place, names, topic: events.topic.id },
      deadLetter: { topic: events.deadLetterTopic.id, publisher: events.deadLetterPublisher },
      target: { service: "worker", uri: "https://worker-abc-uc.a.run.app" },
      ...props,
    });
  });

test("a subscription pushes one message a request, signed, retried and set aside after 5", () => {
  expect(resource(consumer(), "google_pubsub_subscription.consumer")).toEqual({
    name: "work",
    project: "example-plinth-dev",
    topic: "${google_pubsub_topic.events.id}",
    ack_deadline_seconds: 70,
    message_retention_duration: "345600s",
    expiration_policy: { ttl: "" },
    retry_policy: { minimum_backoff: "10s", maximum_backoff: "600s" },
    dead_letter_policy: {
      dead_letter_topic: "${google_pubsub_topic.events_dlq.id}",
      max_delivery_attempts: 5,
    },
    push_config: {
      push_endpoint: "https://worker-abc-uc.a.run.app",
      oidc_token: {
        audience: "https://worker-abc-uc.a.run.app",
        service_account_email: "${google_service_account.consumer_account.email}",
      },
    },
    depends_on: [
      "google_cloud_run_v2_service_iam_member.consumer_invoker",
      "google_service_account_iam_member.consumer_token_creator",
      "google_pubsub_topic_iam_member.events_dlq_publisher",
    ],
  });
});

test("the pushing account may invoke that one service, and has no other role", () => {
  const json = consumer();
  expect(resource(json, "google_cloud_run_v2_service_iam_member.consumer_invoker")).toEqual({
    project: "example-plinth-dev",
    location: "us-central1",
    name: "worker",
    role: "roles/run.invoker",
    member: "serviceAccount:${google_service_account.consumer_account.email}",
  });
  const roles = resources(json).filter(({ attributes }) =>
    String(attributes.member).includes("consumer_account"),
  );
  expect(roles).toHaveLength(1);
});

test("Pub/Sub may sign as that account only, and acknowledge what it sets aside", () => {
  const json = consumer();
  expect(resource(json, "google_service_account_iam_member.consumer_token_creator")).toEqual({
    service_account_id: "${google_service_account.consumer_account.name}",
    role: "roles/iam.serviceAccountOpenIdTokenCreator",
    member: agent("gcp-sa-pubsub"),
  });
  expect(
    resource(json, "google_pubsub_subscription_iam_member.consumer_dead_letter_subscriber"),
  ).toEqual({
    project: "example-plinth-dev",
    subscription: "${google_pubsub_subscription.consumer.name}",
    role: "roles/pubsub.subscriber",
    member: agent("gcp-sa-pubsub"),
  });
});

test("what Pub/Sub refuses is said at synth", () => {
  expect(() => consumer({ attempts: 4 })).toThrow(
    "alone/consumer: attempts: expected a whole number from 5 to 100 on Google Cloud, got 4",
  );
  expect(() => consumer({ acknowledgementSeconds: 601 })).toThrow(
    "alone/consumer: acknowledgementSeconds: expected a whole number from 10 to 600 on Google Cloud, got 601",
  );
});
