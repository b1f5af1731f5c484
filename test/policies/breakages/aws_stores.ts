import { breakagesOf } from "./notation";

const { set, removed, added } = breakagesOf("aws_stores");

const DATABASE = "aws_db_instance.orders";
const CLUSTER = "aws_rds_cluster.ledger";
const WRITER = "aws_rds_cluster_instance.writer";
const CACHE = "aws_elasticache_replication_group.sessions";
const FILES = "aws_efs_file_system.files";

const databases = [
  set("AWS-RDS-001", DATABASE, "storage_encrypted", false, "storage_encrypted"),
  set("AWS-RDS-001", CLUSTER, "storage_encrypted", false, "storage_encrypted"),
  set("AWS-RDS-002", DATABASE, "publicly_accessible", true, "publicly_accessible"),
  added("AWS-RDS-002", "aws_rds_cluster_instance.open", { publicly_accessible: true }),
  set("AWS-RDS-003", CLUSTER, "backup_retention_period", 6, "backup_retention_period"),
  set("AWS-RDS-004", DATABASE, "deletion_protection", false, "deletion_protection"),
  set("AWS-RDS-005", DATABASE, "multi_az", false, "multi_az"),
  removed("AWS-RDS-005", CLUSTER, "aws_rds_cluster_instance.reader"),
  set("AWS-RDS-006", DATABASE, "skip_final_snapshot", true),
  set("AWS-RDS-007", DATABASE, "manage_master_user_password", false, "manage_master_user_password"),
  set("AWS-RDS-008", "aws_db_parameter_group.orders", "parameter", [
    { name: "rds.force_ssl", value: "0" },
  ]),
  set("AWS-RDS-009", WRITER, "auto_minor_version_upgrade", false, "auto_minor_version_upgrade"),
  set("AWS-RDS-010", CLUSTER, "serverlessv2_scaling_configuration", [
    { min_capacity: 0.5, max_capacity: 128 },
  ]),
];

const others = [
  set("AWS-ELASTICACHE-001", CACHE, "at_rest_encryption_enabled", false),
  set("AWS-ELASTICACHE-002", CACHE, "transit_encryption_enabled", false),
  set("AWS-ELASTICACHE-003", CACHE, "multi_az_enabled", false, "multi_az_enabled"),
  set("AWS-EFS-001", FILES, "encrypted", false, "encrypted"),
  removed("AWS-EFS-002", FILES, "aws_efs_backup_policy.files"),
  added("AWS-EFS-004", "aws_efs_access_point.open", { file_system_id: "fs-1" }),
  set("AWS-EFS-003", FILES, "lifecycle_policy", [], "lifecycle_policy"),
  set("AWS-SECRETS-001", "aws_secretsmanager_secret.key", "recovery_window_in_days", 0),
  set("AWS-SECRETS-002", "aws_secretsmanager_secret_version.key", "secret_string", "hunter2"),
  set("AWS-BACKUP-001", "aws_backup_plan.daily", "rule", [
    { rule_name: "daily", target_vault_name: "Default" },
  ]),
];

export const awsStores = [...databases, ...others];
