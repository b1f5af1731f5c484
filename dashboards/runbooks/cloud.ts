/** What a runbook's reader runs on one cloud. */
export interface CloudCommands {
  /** How to see what fails: logs, and a message that was set aside. */
  readonly look: readonly string[];
  /** How to give messages that were set aside back to the processor. */
  readonly redrive: readonly string[];
  /** How to stop giving them back. */
  readonly stopRedrive: readonly string[];
  /** How to put the last good version back. */
  readonly rollback: readonly string[];
  /** How to find out why the exporter is silent. */
  readonly exporter: readonly string[];
}
