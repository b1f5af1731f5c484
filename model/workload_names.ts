/** Names of a service's containers on AWS and of what belongs to them. */
export interface ContainerNames {
  /** Of the service and of its tasks' definition: CloudWatch's dimension `ServiceName`. */
  readonly service: string;
  /** With which the code runs. */
  readonly role: string;
  /** With which a task is started. */
  readonly startRole: string;
  readonly logGroup: string;
  readonly securityGroup: string;
  /** A scaling policy, by what it follows. */
  readonly scaling: (follows: string) => string;
}

/** @param base - what the names of all of a service begin with */
export const containerNames = (base: string): ContainerNames => ({
  service: base,
  role: `${base}-task`,
  startRole: `${base}-start`,
  logGroup: `/aws/ecs/${base}`,
  securityGroup: `${base}-tasks`,
  scaling: (follows) => `${base}-${follows}`,
});

/** Names of a service's jobs on AWS and of what belongs to them. */
export interface BatchNames {
  /** Of the job queue. */
  readonly queue: string;
  readonly definition: string;
  /** What the name of a compute environment begins with: it ends with a number, since another one takes its place. */
  readonly environment: (capacity: "spot" | "onDemand") => string;
  /** Of the machines' template. */
  readonly template: string;
  /** With which the code runs. */
  readonly role: string;
  /** With which a job is started. */
  readonly startRole: string;
  /** With which a machine is told of jobs; its instance profile is called the same. */
  readonly machineRole: string;
  /** What jobs write. */
  readonly logGroup: string;
  /** Of the rule that sees how jobs end. */
  readonly endings: string;
  /** What became of jobs, one line each. */
  readonly endingsLogGroup: string;
  /** Of a metric filter, and of the metric that it makes. */
  readonly ended: (how: keyof typeof JOB_ENDINGS) => string;
  readonly securityGroup: string;
}

/** What the names of the metrics of jobs end with. */
export const JOB_ENDINGS = { succeeded: "jobs-succeeded", failed: "jobs-failed" } as const;

/** @param base - what the names of all of a service begin with */
export const batchNames = (base: string): BatchNames => ({
  queue: base,
  definition: base,
  environment: (capacity) => `${base}-${capacity === "spot" ? "spot" : "on-demand"}-`,
  template: base,
  role: `${base}-job`,
  startRole: `${base}-start`,
  machineRole: `${base}-machine`,
  logGroup: `/aws/batch/${base}`,
  endings: `${base}-jobs`,
  endingsLogGroup: `/aws/events/${base}`,
  ended: (how) => `${base}-${JOB_ENDINGS[how]}`,
  securityGroup: `${base}-jobs`,
});

/** Names of a service's machines on AWS and of what belongs to them. */
export interface MachineNames {
  /** Of the auto scaling group, of its template, and the tag `Name` of machines, of disks and of the target group. */
  readonly group: string;
  /** With which the code runs; its instance profile is called the same. */
  readonly role: string;
  readonly logGroup: string;
  readonly securityGroup: string;
  /** With which volumes are copied. */
  readonly snapshotRole: string;
  /** A scaling policy, by what it follows. */
  readonly scaling: (follows: string) => string;
}

/** @param base - what the names of all of a service begin with */
export const machineNames = (base: string): MachineNames => ({
  group: base,
  role: `${base}-machine`,
  logGroup: `/aws/ec2/${base}`,
  securityGroup: `${base}-machines`,
  snapshotRole: `${base}-snapshots`,
  scaling: (follows) => `${base}-${follows}`,
});
