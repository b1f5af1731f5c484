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
