/** Plans of any size, made of copies of a real one. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policiesFolder } from "../../operations/policy/build";

interface Entry {
  address: string;
  name: string;
  change: { after: Record<string, unknown>; after_sensitive: unknown };
}

interface Plan {
  resource_changes: Entry[];
  configuration: { root_module: { resources: { address: string; name: string }[] } };
  planned_values: { root_module?: unknown };
}

/** Every so many services one is at fault, so that findings are compared too. */
const FAULTS: readonly [every: number, address: string, attribute: string, value: unknown][] = [
  [50, "aws_sqs_queue.queue", "visibility_timeout_seconds", 10],
  [30, "aws_lambda_function.processor", "reserved_concurrent_executions", -1],
  [25, "aws_dynamodb_table.state", "ttl", []],
  [40, "aws_cloudwatch_log_group.log", "retention_in_days", 0],
  [60, "aws_s3_bucket_public_access_block.bucket", "restrict_public_buckets", false],
];

/**
 * A plan as `terraform show -json` writes it, made of copies of a real one: one service of the
 * fixture after the other, each with names of its own.
 *
 * @param resources how many, rounded down to whole services
 * @param first number of the first service; plans with other numbers have no resource in common
 */
export function planOf(resources: number, first = 0): string {
  const fixture = join(policiesFolder, "..", "test", "fixtures", "plans", "aws.json");
  const plan = JSON.parse(readFileSync(fixture, "utf8")) as Plan;
  const changes = JSON.stringify(plan.resource_changes);
  const configured = JSON.stringify(plan.configuration.root_module.resources);
  const services = Math.floor(resources / plan.resource_changes.length);
  const copies = Array.from({ length: services }, (_, i) => first + i);
  plan.resource_changes = copies.flatMap((i) => faulty(copy<Entry>(changes, i), i));
  plan.configuration.root_module.resources = copies.flatMap((i) => copy(configured, i));
  plan.planned_values.root_module = { resources: plan.resource_changes.map(planned) };
  return JSON.stringify(plan);
}

/** Gives addresses and physical names a number. */
function copy<T extends { name: string }>(entries: string, i: number): T[] {
  const numbered = entries
    .replace(/(aws_\w+\.[a-z]+)/g, `$1_${i}`)
    .replaceAll("orders", `orders${i}`);
  return (JSON.parse(numbered) as T[]).map((entry) => ({ ...entry, name: `${entry.name}_${i}` }));
}

function faulty(entries: Entry[], i: number): Entry[] {
  for (const [every, address, attribute, value] of FAULTS) {
    const entry = entries.find((one) => one.address === `${address}_${i}`);
    if (entry && i % every === 0) entry.change.after[attribute] = value;
  }
  return entries;
}

function planned({ change, ...entry }: Entry): unknown {
  return { ...entry, values: change.after, sensitive_values: change.after_sensitive };
}
