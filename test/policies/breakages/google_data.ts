import { breakagesOf } from "./notation";

const { set } = breakagesOf("google_data");

const SQL = "google_sql_database_instance.orders";
const REDIS = "google_redis_instance.orders";
const ENDPOINT = "google_vertex_ai_endpoint.orders";

/** An instance with these settings, and what else they would need to be good. */
const settings = (own: object) => [
  {
    availability_type: "REGIONAL",
    deletion_protection_enabled: true,
    backup_configuration: [{ enabled: true, point_in_time_recovery_enabled: true }],
    ip_configuration: [{ ipv4_enabled: false, ssl_mode: "ENCRYPTED_ONLY" }],
    ...own,
  },
];

const databases = [
  set("GCP-SQL-001", SQL, "settings", settings({ ip_configuration: [{}] }), "settings"),
  set(
    "GCP-SQL-002",
    SQL,
    "settings",
    settings({ ip_configuration: [{ authorized_networks: [{ value: "0.0.0.0/0" }] }] }),
    "settings",
  ),
  set("GCP-SQL-003", SQL, "settings", settings({ backup_configuration: [] }), "settings"),
  set("GCP-SQL-004", SQL, "settings", settings({ availability_type: "ZONAL" }), "settings"),
  set("GCP-SQL-005", SQL, "deletion_protection", false, "deletion_protection"),
  set("GCP-SQL-006", SQL, "encryption_key_name", undefined),
  set(
    "GCP-SQL-007",
    SQL,
    "settings",
    settings({ database_flags: [{ name: "local_infile", value: "on" }] }),
    "settings",
  ),
  set("GCP-SQL-009", SQL, "settings", settings({})),
  set("GCP-SQL-008", SQL, "settings", settings({})),
];

export const googleData = [
  ...databases,
  set("GCP-REDIS-001", REDIS, "auth_enabled", false, "auth_enabled"),
  set("GCP-REDIS-001", REDIS, "transit_encryption_mode", undefined, "transit_encryption_mode"),
  set("GCP-REDIS-002", REDIS, "tier", "BASIC", "tier"),
  set("GCP-REDIS-003", REDIS, "customer_managed_key", undefined),
  set("GCP-SECRET-001", "google_secret_manager_secret.orders", "replication", [{ auto: [{}] }]),
  set("GCP-SECRET-002", "google_secret_manager_secret_version.orders", "secret_data", "hunter2"),
  set("GCP-VERTEX-001", ENDPOINT, "encryption_spec", undefined),
  set("GCP-VERTEX-001", ENDPOINT, "network", undefined),
  set(
    "GCP-VERTEX-002",
    "google_vertex_ai_index_endpoint.orders",
    "public_endpoint_enabled",
    true,
    "public_endpoint_enabled",
  ),
  set(
    "GCP-VERTEX-003",
    "google_vertex_ai_deployment_resource_pool.orders",
    "dedicated_resources",
    [{ min_replica_count: 1 }],
    "dedicated_resources",
  ),
];
