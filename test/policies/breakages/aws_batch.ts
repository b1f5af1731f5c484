import { breakagesOf } from "./notation";

const { set } = breakagesOf("aws_batch");

const SPOT = "aws_batch_compute_environment.spot";
const FARGATE = "aws_batch_compute_environment.fargate";
const JOB = "aws_batch_job_definition.nightly";

const computing = (address: string, id: string, resources: object) =>
  set(id, address, "compute_resources", [{ subnets: ["subnet-1", "subnet-2"], ...resources }]);

const job = (id: string, change: object) =>
  set(
    id,
    JOB,
    "container_properties",
    JSON.stringify({ image: "nightly:1.2.3", jobRoleArn: "arn", ...change }),
    "container_properties",
  );

export const awsBatch = [
  computing(SPOT, "AWS-BATCH-001", { type: "SPOT", launch_template: [{ version: "1" }] }),
  computing(SPOT, "AWS-BATCH-002", { type: "EC2" }),
  computing(FARGATE, "AWS-BATCH-003", { type: "FARGATE", max_vcpus: 257 }),
  computing(SPOT, "AWS-BATCH-003", { type: "FARGATE", min_vcpus: 1 }),
  computing(FARGATE, "AWS-BATCH-004", { type: "FARGATE", subnets: ["subnet-1"] }),
  set("AWS-BATCH-005", JOB, "timeout", [], "timeout"),
  set("AWS-BATCH-006", JOB, "retry_strategy", [{ attempts: 1 }], "retry_strategy"),
  job("AWS-BATCH-007", { jobRoleArn: undefined }),
  job("AWS-BATCH-008", { networkConfiguration: { assignPublicIp: "ENABLED" } }),
  job("AWS-CONTAINERS-001", { privileged: true }),
  job("AWS-CONTAINERS-002", { environment: [{ name: "API_TOKEN", value: "abc" }] }),
  job("AWS-CONTAINERS-003", { image: "nightly" }),
];
