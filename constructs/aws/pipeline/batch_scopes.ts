import { ecsClusterArn, containerInstanceArns } from "../arn";
import { named, namedIn, regional, type Scope } from "./reach";

/** Batch names a cluster after the compute environment that it is of. */
const clusters = (name: string): readonly string[] => [`AWSBatch-${name}`, `${name}_Batch_*`];

/** What jobs run on, where they wait, what they run and what starts them. */
export const BATCH_SCOPES = {
  computeEnvironments: { resources: namedIn("batch", "compute-environment/") },
  /** And their revisions. */
  jobDefinitions: { resources: namedIn("batch", "job-definition/") },
  jobQueues: { resources: namedIn("batch", "job-queue/") },
  /** What a schedule starts. */
  startedJobs: {
    resources: named((reach, name) =>
      regional("batch", `job-definition/${name}`, `job-queue/${name}`)(reach),
    ),
  },
  /** What the agent of a machine joins, and is there. */
  jobMachines: {
    resources: named(({ location }, name) =>
      clusters(name).flatMap((cluster) => [
        ecsClusterArn(location, cluster),
        containerInstanceArns(location, cluster),
      ]),
    ),
  },
} as const satisfies Readonly<Record<string, Scope>>;
