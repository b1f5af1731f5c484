import fc from "fast-check";
import type { Finding, Verdict } from "../../../policies/gate/types";

const HASH = "0123456789abcdef".repeat(4);

export const finding = (changes: Partial<Finding> = {}): Finding => ({
  id: "AWS-SQS-001",
  aliases: ["CKV_AWS_27"],
  severity: "high",
  level: "hard",
  verdict: "deny",
  address: "aws_sqs_queue.orders_events",
  type: "aws_sqs_queue",
  construct: "dev-c01/orders/queue",
  source: { file: "environments/services/orders.ts", line: 8 },
  path: "orders.workload.queue",
  message: "aws_sqs_queue.orders_events stores messages in clear",
  fix: "Set `queue.encryption`.",
  exemption: null,
  ...changes,
});

/** A verdict that is whole: its counts and its answer follow from the findings. */
export function verdictOf(findings: readonly Finding[], stacks = ["dev-c01"]): Verdict {
  const many = (test: (finding: Finding) => boolean) => findings.filter(test).length;
  const deny = many((one) => one.verdict === "deny" && one.level !== "advisory");
  const undetermined = many((one) => one.verdict === "undetermined");
  return {
    schema: "plinth.gate/v1",
    judgedAt: "2026-01-31T00:00:00.000Z",
    verdict: deny > 0 ? "deny" : undetermined > 0 ? "undetermined" : "pass",
    complete: true,
    plans: stacks.map((stack) => ({
      file: `cdktf.out/stacks/${stack}/cdk.tf.json`,
      sha256: HASH,
      fingerprint: HASH,
      stack,
    })),
    bundle: { sha256: HASH },
    exemptions: { sha256: null },
    budget: { sha256: null },
    counts: {
      ...{ rules: 14, resources: 31, deny, undetermined },
      exempt: many((one) => one.verdict === "exempt"),
      advisory: many((one) => one.verdict === "deny" && one.level === "advisory"),
    },
    findings,
  };
}

/** Text as an attacker or an accident would write it. */
const wildText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "\n",
          "\r",
          "::error::x",
          "%0A",
          "|",
          "`",
          "```",
          "<!--",
          "-->",
          "</details>",
          "<script>",
        ],
        ...[
          "]]>",
          "&",
          '"',
          "'",
          "\u0000",
          "\u001b[31m",
          "\u202e",
          "\ud800",
          "@everyone",
          "[a](b)",
          "\\",
          ",",
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
  fc.string({ minLength: 500, maxLength: 1500 }),
);

export const wildFinding: fc.Arbitrary<Finding> = fc.record({
  id: wildText,
  aliases: fc.array(wildText, { maxLength: 2 }),
  severity: fc.constantFrom("critical", "high", "medium", "low"),
  level: fc.constantFrom("advisory", "overridable", "hard"),
  verdict: fc.constantFrom("deny", "undetermined", "exempt"),
  address: wildText,
  type: wildText,
  construct: fc.option(wildText),
  source: fc.option(fc.record({ file: wildText, line: fc.integer({ min: 1, max: 99_999 }) })),
  path: fc.option(wildText),
  message: wildText,
  fix: wildText,
  exemption: fc.option(wildText),
});

export const wildVerdict = fc
  .tuple(
    fc.array(wildFinding, { maxLength: 12 }),
    fc.array(wildText, { minLength: 1, maxLength: 3 }),
  )
  .map(([findings, stacks]) => verdictOf(findings, stacks));
