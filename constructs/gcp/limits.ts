import type { Construct } from "constructs";

/** What Google Cloud refuses at apply is said at synth, with the place and what to change. */
function check(construct: Construct, property: string, value: number, least: number, most: number) {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new Error(
    `${construct.node.path}: ${property}: expected a whole number from ${least} to ${most} on Google Cloud, got ${value}`,
  );
}

/** Pub/Sub keeps messages for 10 minutes to 31 days. */
export function checkRetention(construct: Construct, property: string, seconds: number): void {
  check(construct, `${property} (seconds)`, seconds, 600, 2_678_400);
}

/** @see https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.subscriptions */
export function checkAcknowledgement(construct: Construct, seconds: number): void {
  check(construct, "acknowledgementSeconds", seconds, 10, 600);
}

/** @see https://cloud.google.com/pubsub/docs/handling-failures#dead_letter_topic */
export function checkAttempts(construct: Construct, attempts: number): void {
  check(construct, "attempts", attempts, 5, 100);
}

/** @see https://cloud.google.com/logging/quotas#logs_retention_periods */
export function checkLogRetention(construct: Construct, days: number): void {
  check(construct, "retentionDays", days, 1, 3650);
}

/** Cloud Storage allows 63 characters in a bucket's name, which a long project id can exceed. */
export function checkBucketName(construct: Construct, name: string): void {
  if (/^[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/.test(name)) return;
  throw new Error(
    `${construct.node.path}: name: expected 3 to 63 lower-case letters, digits and dashes, got ${name.length} characters (${name}); shorten the project's id or the service's name`,
  );
}
