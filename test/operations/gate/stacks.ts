import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A synthesized stack of one queue that breaks rules, as cdktf writes it. */
export const brokenSynth = (stack: string) => ({
  "//": { metadata: { stackName: stack, backend: "s3" } },
  output: { plinth_stack: { value: stack } },
  resource: {
    aws_sqs_queue: {
      events: {
        "//": { metadata: { path: `${stack}/orders/queue`, uniqueId: "events" } },
        name: "events",
      },
    },
  },
  terraform: backend,
});

const backend = {
  backend: {
    s3: { bucket: "b", key: "k", region: "us-east-1", encrypt: true, use_lockfile: true },
  },
};

/** A stack without resources breaks nothing. */
export const cleanSynth = (stack: string) => ({
  output: { plinth_stack: { value: stack } },
  terraform: backend,
});

const change = (name: string, after: object, unknown: object = {}) => ({
  address: `aws_sqs_queue.${name}`,
  ...{ mode: "managed", type: "aws_sqs_queue", name },
  change: { actions: ["create"], before: null, after, after_unknown: unknown, after_sensitive: {} },
});

/** What `terraform show -json` prints of a plan. */
export const planOf = (stack: string, changes: readonly object[]) => ({
  format_version: "1.2",
  terraform_version: "1.11.4",
  timestamp: "2026-01-01T00:00:00Z",
  errored: false,
  complete: true,
  output_changes: { plinth_stack: { actions: ["create"], before: null, after: stack } },
  resource_changes: changes,
  configuration: { root_module: {} },
});

/** The plan of {@link brokenSynth}. */
export const brokenPlan = (stack: string, queues = 1) =>
  planOf(
    stack,
    Array.from({ length: queues }, (_, i) =>
      change(queues === 1 ? "events" : `events${i}`, {
        name: `events${i}`,
        sqs_managed_sse_enabled: false,
      }),
    ),
  );

const tags = { service: "a", owner: "a", environment: "a", "cost-center": "a" };

/** A policy that nobody knows before apply. */
export const openPlan = (stack: string) => ({
  ...planOf(stack, [
    {
      address: "aws_iam_policy.p",
      ...{ mode: "managed", type: "aws_iam_policy", name: "p" },
      change: {
        actions: ["create"],
        before: null,
        after: { name: "p", tags_all: tags },
        after_unknown: { arn: true, policy: true },
        after_sensitive: {},
      },
    },
  ]),
  configuration: {
    root_module: {
      resources: [
        {
          address: "aws_iam_policy.p",
          ...{ mode: "managed", type: "aws_iam_policy", name: "p" },
          expressions: { policy: { references: ["aws_sqs_queue.q.arn"] } },
        },
      ],
    },
  },
});

/** Writes JSON below a folder and returns the folder. */
export function put(folder: string, files: Readonly<Record<string, unknown>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(
      join(folder, path),
      typeof content === "string" ? content : JSON.stringify(content),
    );
  }
  return folder;
}

export const synthFile = (stack: string) => `cdktf.out/stacks/${stack}/cdk.tf.json`;
