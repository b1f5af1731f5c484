import { breakagesOf } from "./notation";

const { set, added } = breakagesOf("google_cost");

const WORKER = "google_compute_instance.worker";
const TEMPLATE = "google_compute_instance_template.worker";

export const googleCost = [
  set("GCP-COST-002", WORKER, "machine_type", "n1-standard-1"),
  set("GCP-COST-002", TEMPLATE, "machine_type", "f1-micro"),
  set("GCP-COST-003", WORKER, "machine_type", "e2-standard-16"),
  added("GCP-COST-003", "google_sql_database_instance.reports", {
    database_version: "POSTGRES_17",
    settings: [{ tier: "db-custom-16-61440" }],
  }),
  set("GCP-COST-004", "google_compute_instance.trainer", "scheduling", [], "scheduling"),
  set("GCP-COST-004", TEMPLATE, "machine_type", "a2-highgpu-1g"),
];
