import { list, type Echo } from "./echo";
import type { Values } from "./plan";

const first = (value: unknown): Values => list(value)[0] ?? {};

/** A rule of `aws_s3_bucket_replication_configuration` as the bucket itself holds it, in the schema of older providers. */
function ruleOfBucket(rule: Values): Values {
  const filter = first(rule["filter"]);
  const both = first(filter["and"]);
  const marks = first(rule["delete_marker_replication"])["status"];
  const criteria = first(rule["source_selection_criteria"]);
  return {
    ...{ id: rule["id"], priority: rule["priority"], status: rule["status"] },
    prefix: rule["prefix"],
    filter: [{ prefix: filter["prefix"] || both["prefix"], tags: both["tags"] }],
    delete_marker_replication_status: marks === "Enabled" ? marks : "",
    source_selection_criteria: list(criteria["sse_kms_encrypted_objects"]).map(({ status }) => ({
      sse_kms_encrypted_objects: [{ enabled: status === "Enabled" }],
    })),
    destination: list(rule["destination"]).map(destinationOfBucket),
  };
}

function destinationOfBucket(destination: Values): Values {
  const { bucket, account, storage_class, access_control_translation } = destination;
  return {
    ...{ bucket, storage_class, access_control_translation, account_id: account },
    replica_kms_key_id: first(destination["encryption_configuration"])["replica_kms_key_id"],
    metrics: list(destination["metrics"]).map(({ status, event_threshold }) => ({
      ...{ status, minutes: first(event_threshold)["minutes"] },
    })),
    replication_time: list(destination["replication_time"]).map(({ status, time }) => ({
      ...{ status, minutes: first(time)["minutes"] },
    })),
  };
}

/** What a bucket holds of the rules by which it is copied. */
export const REPLICATION_ECHO: Echo = {
  ...{ attribute: "replication_configuration", names: "bucket", owner: ["id", "bucket"] },
  setter: "aws_s3_bucket_replication_configuration",
  expected: ([setter = {}]) => [
    { role: setter["role"], rules: list(setter["rule"]).map(ruleOfBucket) },
  ],
};
