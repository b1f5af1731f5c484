import { BatchJobQueue } from "@cdktf/provider-aws/lib/batch-job-queue";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import type { ComputeEnvironment } from "./compute_environment";

export interface JobQueueProps {
  /** Made in `model/names.ts`. */
  readonly name: string;

  /** In the order in which they are asked. */
  readonly environments: readonly ComputeEnvironment[];
}

/** After an hour, since the queue stands still behind a job that can never run. */
const STUCK_SECONDS = 3_600;

/** @see https://docs.aws.amazon.com/batch/latest/userguide/job_stuck_in_runnable.html */
const NEVER_RUN = [
  "MISCONFIGURATION:COMPUTE_ENVIRONMENT_MAX_RESOURCE",
  "MISCONFIGURATION:JOB_RESOURCE_REQUIREMENT",
];

/** Where jobs wait, first come, first served; one that no machine could ever run is given up and counts as failed. */
export class JobQueue extends Construct {
  readonly queue: BatchJobQueue;

  constructor(scope: Construct, id: string, { name, environments }: JobQueueProps) {
    super(scope, id);
    this.queue = new BatchJobQueue(this, MAIN, {
      ...{ name, state: "ENABLED", priority: 1 },
      computeEnvironmentOrder: environments.map(({ environment }, index) => ({
        order: index + 1,
        computeEnvironment: environment.arn,
      })),
      jobStateTimeLimitAction: NEVER_RUN.map((reason) => ({
        ...{ action: "CANCEL", state: "RUNNABLE", maxTimeSeconds: STUCK_SECONDS, reason },
      })),
    });
  }
}
