import { anywhere, LINKED, LINKED_ROLE, type NeedsByType } from "./needs";

const TAGS = ["batch:TagResource", "batch:UntagResource"];

/**
 * What jobs run on, where they wait, what they run and what starts them.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsbatch.html
 */
export const BATCH: NeedsByType = {
  aws_batch_compute_environment: {
    on: "computeEnvironments",
    read: ["batch:DescribeComputeEnvironments"],
    // One that is removed is switched off first.
    write: [
      "batch:CreateComputeEnvironment",
      "batch:DeleteComputeEnvironment",
      "batch:UpdateComputeEnvironment",
    ],
    also: [...TAGS, LINKED_ROLE],
    elsewhere: { ...anywhere(["batch:DescribeComputeEnvironments"]), ...LINKED },
    source: "seen",
  },
  aws_batch_job_definition: {
    on: "jobDefinitions",
    read: ["batch:DescribeJobDefinitions"],
    write: ["batch:DeregisterJobDefinition", "batch:RegisterJobDefinition"],
    also: TAGS,
    elsewhere: anywhere(["batch:DescribeJobDefinitions"]),
    source: "seen",
  },
  aws_batch_job_queue: {
    on: "jobQueues",
    read: ["batch:DescribeJobQueues"],
    write: ["batch:CreateJobQueue", "batch:DeleteJobQueue", "batch:UpdateJobQueue"],
    also: TAGS,
    elsewhere: {
      ...anywhere(["batch:DescribeJobQueues"]),
      "batch:CreateJobQueue": ["computeEnvironments", "jobQueues"],
      "batch:UpdateJobQueue": ["computeEnvironments", "jobQueues"],
    },
    source: "seen",
  },
};
