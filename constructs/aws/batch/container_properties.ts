import type { Batch } from "../../../model/workloads/batch/settled";
import type { Location } from "../arn";
import type { Mount } from "../data/mount";

/** Where a job finds the disk that it may write to. */
export const SCRATCH = "/scratch";

/** Streams of a log group begin so. */
const STREAM = "job";

/** Files and sockets that a process may hold open; loaders of data hold many. */
const OPEN_FILES = 65_536;

export interface ContainerFacts {
  readonly workload: Pick<
    Batch,
    "command" | "gpus" | "cpu" | "memoryMiB" | "sharedMemoryMiB" | "user"
  >;
  /** With its repository. */
  readonly image: string;
  /** Variables of the job. */
  readonly environment: Readonly<Record<string, string>>;
  /** ARN of the role that the job's code has. */
  readonly roleArn: string;
  /** ARN of the role by which ECS pulls the image and writes the log. */
  readonly startRoleArn: string;
  /** Name of the log group of what jobs say. */
  readonly logGroup: string;
  readonly location: Location;
  readonly mounts: readonly Mount[];
}

/**
 * The container of a job as Batch gives it back. It cannot write to its root file system, is not root, and has the volume of its scratch
 * space for itself: ECS makes one for each job, and removes it some minutes after.
 *
 * @see https://docs.aws.amazon.com/batch/latest/APIReference/API_ContainerProperties.html
 */
export function containerProperties(facts: ContainerFacts): string {
  const { workload, image, environment, roleArn, startRoleArn, mounts } = facts;
  const { command, gpus, cpu, memoryMiB, sharedMemoryMiB, user } = workload;
  return JSON.stringify({
    ...(command && { command }),
    environment: Object.entries({ ...environment, SCRATCH, TMPDIR: SCRATCH })
      .map(([name, value]) => ({ name, value }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    executionRoleArn: startRoleArn,
    image,
    jobRoleArn: roleArn,
    linuxParameters: { initProcessEnabled: true, sharedMemorySize: sharedMemoryMiB },
    logConfiguration: logs(facts),
    mountPoints: [
      { containerPath: SCRATCH, readOnly: false, sourceVolume: "scratch" },
      ...mounts.map(({ name, path, readOnly }) => ({
        ...{ containerPath: path, readOnly, sourceVolume: name },
      })),
    ],
    readonlyRootFilesystem: true,
    resourceRequirements: [
      ...(gpus === 0 ? [] : [{ type: "GPU", value: String(gpus) }]),
      { type: "MEMORY", value: String(memoryMiB) },
      { type: "VCPU", value: String(cpu) },
    ],
    ulimits: [{ hardLimit: OPEN_FILES, name: "nofile", softLimit: OPEN_FILES }],
    user,
    volumes: [{ host: {}, name: "scratch" }, ...mounts.map(fileVolume)],
  });
}

const logs = ({ logGroup, location }: ContainerFacts) => ({
  logDriver: "awslogs",
  options: {
    "awslogs-group": logGroup,
    "awslogs-region": location.region,
    "awslogs-stream-prefix": STREAM,
  },
});

/** Encrypted on their way, and let in by the rights of the job's role. */
const fileVolume = ({ name, fileSystemId, accessPointId }: Mount) => ({
  efsVolumeConfiguration: {
    authorizationConfig: { accessPointId, iam: "ENABLED" },
    fileSystemId,
    transitEncryption: "ENABLED",
  },
  name,
});
