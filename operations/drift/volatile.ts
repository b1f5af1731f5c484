/**
 * Attributes in which a service reports about itself, by type. They change without anybody's doing
 * between two reads of one resource, and nothing that is declared or opened shows only there.
 * Sources: the computed attributes in the documentation of the two providers.
 */
const VOLATILE: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_event_source_mapping: [
    "last_modified",
    "last_processing_result",
    "state_transition_reason",
  ],
  aws_lambda_function: ["last_modified"],
  google_cloud_run_v2_service: [
    "conditions",
    "etag",
    "generation",
    "latest_created_revision",
    "latest_ready_revision",
    "observed_generation",
    "reconciling",
    "terminal_condition",
    "traffic_statuses",
    "update_time",
  ],
  google_cloudfunctions2_function: ["state", "update_time"],
  google_firestore_database: ["earliest_version_time", "etag", "update_time"],
  // Rotation makes a new primary version on schedule.
  google_kms_crypto_key: ["primary"],
  google_storage_bucket: ["updated"],
};

export const isVolatile = (type: string, attribute: string): boolean =>
  VOLATILE[type]?.includes(attribute) ?? false;
