/**
 * CPU time of the gate on a plan of 10,000 resources, against `opa eval` on the same rules.
 * Both start as a process of their own and read the same file; user and system time are added.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../policies/gate";

type Entry = Record<string, unknown>;

const TAGS = { service: "orders", owner: "team", environment: "dev", "cost-center": "42" };
const REGION = "eu-west-1:123456789012";

/** One service as the provider plans it: a pipeline of twelve resources, some of them at fault. */
function service(
  i: number,
): [type: string, name: string, after: Entry, unknown: Entry, written: Entry][] {
  const name = `s${i}`;
  const ref = (type: string, attribute: string) => ({
    references: [`${type}.${name}.${attribute}`, `${type}.${name}`],
  });
  const statement = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: "*" };
  const tls = { ...statement, Condition: { Bool: { "aws:SecureTransport": "false" } } };
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [tls] });
  const bucketPolicy = policy.replace("sqs:*", "s3:*");
  const text = (value: unknown) => ({ constant_value: value });
  const tagged = { tags: TAGS, tags_all: TAGS };
  const allow = JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["sqs:ReceiveMessage"],
        Resource: `arn:aws:sqs:${REGION}:${name}`,
      },
    ],
  });
  return [
    [
      "aws_sqs_queue",
      name,
      {
        name,
        visibility_timeout_seconds: i % 50 === 0 ? 30 : 365,
        message_retention_seconds: 345600,
        delay_seconds: 0,
        max_message_size: 262144,
        ...tagged,
      },
      {
        arn: true,
        id: true,
        url: true,
        kms_master_key_id: true,
        policy: true,
        redrive_policy: true,
        tags_all: {},
      },
      {
        name: text(name),
        kms_master_key_id: ref("aws_kms_key", "arn"),
        redrive_policy: {
          references: [`aws_sqs_queue.dead_${name}.arn`, `aws_sqs_queue.dead_${name}`],
        },
      },
    ],
    [
      "aws_sqs_queue",
      `dead_${name}`,
      {
        name: `dead-${name}`,
        sqs_managed_sse_enabled: i % 20 !== 0,
        message_retention_seconds: 1209600,
        visibility_timeout_seconds: 30,
        ...tagged,
      },
      { arn: true, id: true, url: true, policy: true, redrive_policy: true, tags_all: {} },
      { name: text(`dead-${name}`) },
    ],
    [
      "aws_sqs_queue_policy",
      name,
      { policy },
      { id: true, queue_url: true },
      { policy: text(policy), queue_url: ref("aws_sqs_queue", "url") },
    ],
    [
      "aws_kms_key",
      name,
      {
        description: name,
        enable_key_rotation: true,
        is_enabled: true,
        key_usage: "ENCRYPT_DECRYPT",
        ...tagged,
      },
      { arn: true, id: true, key_id: true, policy: true, tags_all: {} },
      { description: text(name) },
    ],
    [
      "aws_lambda_function",
      name,
      {
        function_name: name,
        timeout: 60,
        memory_size: 512,
        runtime: "nodejs22.x",
        handler: "index.handler",
        reserved_concurrent_executions: i % 30 === 0 ? -1 : 100,
        architectures: ["arm64"],
        environment: [{ variables: { STATE_TABLE: name, MAX_RETRIES: "3" } }],
        tracing_config: [{ mode: "Active" }],
        ...tagged,
      },
      { arn: true, id: true, invoke_arn: true, qualified_arn: true, role: true, tags_all: {} },
      { function_name: text(name), role: ref("aws_iam_role", "arn") },
    ],
    [
      "aws_lambda_event_source_mapping",
      name,
      {
        batch_size: 10,
        enabled: true,
        maximum_batching_window_in_seconds: 5,
        function_response_types: ["ReportBatchItemFailures"],
        scaling_config: [{ maximum_concurrency: 10 }],
        ...tagged,
      },
      {
        arn: true,
        id: true,
        uuid: true,
        event_source_arn: true,
        function_name: true,
        tags_all: {},
      },
      {
        event_source_arn: ref("aws_sqs_queue", "arn"),
        function_name: ref("aws_lambda_function", "arn"),
      },
    ],
    [
      "aws_dynamodb_table",
      name,
      {
        name,
        billing_mode: "PAY_PER_REQUEST",
        hash_key: "eventId",
        attribute: [{ name: "eventId", type: "S" }],
        ttl: [{ attribute_name: "ttl", enabled: i % 25 !== 0 }],
        point_in_time_recovery: [{ enabled: true }],
        server_side_encryption: [{ enabled: true }],
        ...tagged,
      },
      {
        arn: true,
        id: true,
        stream_arn: true,
        server_side_encryption: [{ kms_key_arn: true }],
        tags_all: {},
      },
      {
        name: text(name),
        server_side_encryption: [{ enabled: text(true), kms_key_arn: ref("aws_kms_key", "arn") }],
      },
    ],
    [
      "aws_cloudwatch_log_group",
      name,
      {
        name: `/aws/lambda/${name}`,
        retention_in_days: i % 40 === 0 ? 0 : 30,
        skip_destroy: false,
        ...tagged,
      },
      { arn: true, id: true, kms_key_id: true, tags_all: {} },
      { name: text(`/aws/lambda/${name}`), kms_key_id: ref("aws_kms_key", "arn") },
    ],
    [
      "aws_iam_role_policy",
      name,
      { name, policy: allow },
      { id: true, role: true },
      { name: text(name), policy: text(allow), role: ref("aws_iam_role", "id") },
    ],
    [
      "aws_s3_bucket",
      name,
      { bucket: name, force_destroy: false, ...tagged },
      { arn: true, id: true, acl: true, policy: true, tags_all: {} },
      { bucket: text(name) },
    ],
    [
      "aws_s3_bucket_policy",
      name,
      { bucket: name, policy: bucketPolicy },
      { id: true },
      { bucket: ref("aws_s3_bucket", "bucket"), policy: text(bucketPolicy) },
    ],
    [
      "aws_s3_bucket_public_access_block",
      name,
      {
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
        restrict_public_buckets: i % 60 !== 0,
      },
      { id: true, bucket: true },
      { bucket: ref("aws_s3_bucket", "id") },
    ],
  ];
}

/**
 * A plan as `terraform show -json` writes it, whole: planned values, changes and configuration.
 *
 * @param resources how many, rounded down to whole services of twelve
 */
export function planOf(resources: number): string {
  const all = Array.from({ length: Math.floor(resources / 12) }, (_, i) => service(i)).flat();
  const provider_name = "registry.terraform.io/hashicorp/aws";
  const entries = all.map(([type, name, after, unknown, written]) => ({
    planned: {
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name,
      schema_version: 0,
      values: after,
      sensitive_values: { tags_all: {} },
    },
    change: {
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_name,
      change: {
        actions: ["create"],
        before: null,
        after,
        after_unknown: unknown,
        before_sensitive: false,
        after_sensitive: { tags_all: {} },
      },
    },
    configured: {
      address: `${type}.${name}`,
      mode: "managed",
      type,
      name,
      provider_config_key: "aws",
      expressions: written,
      schema_version: 0,
    },
  }));
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {
      outputs: { plinth_stack: { sensitive: false, value: "dev-c01" } },
      root_module: { resources: entries.map((entry) => entry.planned) },
    },
    resource_changes: entries.map((entry) => entry.change),
    output_changes: {
      plinth_stack: { actions: ["create"], before: null, after: "dev-c01", after_unknown: false },
    },
    configuration: { root_module: { resources: entries.map((entry) => entry.configured) } },
    timestamp: "2026-01-01T00:00:00Z",
    complete: true,
    errored: false,
  });
}

export interface GateBench {
  readonly resources: number;
  readonly megabytes: number;
  readonly findings: number;
  /** User and system time of the whole process, seconds, the least of the runs. */
  readonly gateCpu: number;
  readonly opaCpu: number;
  readonly ratio: number;
}

/**
 * Measures both, whole process.
 *
 * @param opa the opa to run
 * @param policies the folder of Rego
 * @throws Error when the two do not find the same
 */
export function benchGate(opa: string, policies: string, resources = 10_000, runs = 3): GateBench {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  try {
    const file = join(dir, "plan.json");
    const text = planOf(resources);
    writeFileSync(file, text);
    const gate = best(runs, process.execPath, [__filename, "judge", file]);
    const query = "count({[f.id, f.address, f.message] | some f in data.main.deny})";
    const rego = best(runs, opa, ["eval", "-d", policies, "-i", file, "-f", "raw", query]);
    if (gate.output.trim() !== rego.output.trim()) {
      throw new Error(`the gate finds ${gate.output.trim()}, opa eval ${rego.output.trim()}`);
    }
    return {
      resources: Math.floor(resources / 12) * 12,
      megabytes: Math.round(text.length / 1e5) / 10,
      findings: Number(gate.output),
      gateCpu: gate.cpu,
      opaCpu: rego.cpu,
      ratio: Math.round((rego.cpu / gate.cpu) * 10) / 10,
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function best(
  runs: number,
  command: string,
  args: readonly string[],
): { cpu: number; output: string } {
  const all = Array.from({ length: runs }, () => timed(command, args));
  return all.reduce((least, one) => (one.cpu < least.cpu ? one : least));
}

/** `times` of a POSIX shell prints the time of its children: Node has no such number. */
function timed(command: string, args: readonly string[]): { cpu: number; output: string } {
  const script = '"$@" && times >&2';
  const run = spawnSync("sh", ["-c", script, "sh", command, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${command} failed: ${run.stderr}`);
  const children = run.stderr.trim().split("\n").at(-1) ?? "";
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, m, s]) => Number(m) * 60 + Number(s),
  );
  return {
    cpu: Math.round(seconds.reduce((sum, part) => sum + part, 0) * 100) / 100,
    output: run.stdout,
  };
}

async function judgeFile(file: string): Promise<void> {
  const verdict = await judge([{ name: file, bytes: readFileSync(file) }], { now: new Date() });
  process.stdout.write(`${verdict.counts.deny}\n`);
}

if (require.main === module) {
  if (process.argv[2] === "judge") void judgeFile(process.argv[3] ?? "");
  else {
    const policies = join(process.cwd(), "policies");
    process.stdout.write(`${JSON.stringify(benchGate(process.env["OPA"] ?? "opa", policies))}\n`);
  }
}
