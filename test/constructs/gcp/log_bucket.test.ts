import { KeyRing } from "../../../constructs/gcp/keys";
import { LogBucket } from "../../../constructs/gcp/log_bucket";
import { alone, place, resource } from "./support";

const logs = (retentionDays?: number) =>
  alone((scope) => {
    const keys = new KeyRing(scope, "keys", { place, name: "ring" });
    new LogBucket(scope, "logs", {
      ...{ place, keys, name: "thing", service: "worker" },
      ...(retentionDays === undefined ? {} : { retentionDays }),
    });
  });

const filter =
  'resource.type="cloud_run_revision" AND resource.labels.service_name="worker" AND resource.labels.location="us-central1"';

test("logs are kept for their days under a key of their own", () => {
  expect(resource(logs(90), "google_logging_project_bucket_config.logs")).toEqual({
    project: "example-plinth-dev",
    location: "us-central1",
    bucket_id: "thing",
    retention_days: 90,
    description: "Logs of worker",
    cmek_settings: { kms_key_name: "${google_kms_crypto_key.keys_logs.id}" },
    depends_on: ["google_kms_crypto_key_iam_member.keys_logs_logging"],
  });
});

test("logs go there and nowhere else", () => {
  const json = logs();
  expect(resource(json, "google_logging_project_sink.logs_sink")).toMatchObject({
    destination: "logging.googleapis.com/${google_logging_project_bucket_config.logs.id}",
    filter,
    unique_writer_identity: true,
  });
  expect(resource(json, "google_logging_project_exclusion.logs_exclusion")).toMatchObject({
    filter,
    depends_on: ["google_logging_project_sink.logs_sink"],
  });
});

test("the account that uses the key is the one that Cloud Logging names", () => {
  const json = logs();
  expect(json.data?.google_logging_project_cmek_settings?.logs_settings).toMatchObject({
    project: "example-plinth-dev",
    depends_on: ["google_kms_key_ring.keys"],
  });
  expect(resource(json, "google_kms_crypto_key_iam_member.keys_logs_logging").member).toBe(
    "serviceAccount:${data.google_logging_project_cmek_settings.logs_settings.service_account_id}",
  );
});

test("what Cloud Logging refuses is said at synth", () => {
  expect(() => logs(3653)).toThrow(
    "alone/logs: retentionDays: expected a whole number from 1 to 3650 on Google Cloud, got 3653",
  );
});
