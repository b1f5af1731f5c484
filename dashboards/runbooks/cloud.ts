/** What a runbook's reader runs on one cloud for one kind of workload. */
export interface WorkloadCommands {
  /** How to see what fails: logs, and what the cloud says of it. */
  readonly look: readonly string[];
  /** How to make it better before or after its cause is gone. */
  readonly relief: readonly string[];
  /** How to take that back. */
  readonly undoRelief: readonly string[];
  /** How to find out why the exporter is silent. */
  readonly exporter: readonly string[];
}

export interface CloudCommands extends WorkloadCommands {
  /** How to put the last good version back. */
  readonly rollback: readonly string[];
}
