import fc from "fast-check";
import { judge } from "../../policies/gate";
import { redact, standIn, unknownAndSensitive } from "../../policies/gate/input/sensitive";
import type { Json } from "../../policies/gate/types";
import { file, load, now, planEditor, synthEditor } from "./fixtures";

test("whatever is planned, the gate does not fall over", async () => {
  const plan = planEditor("plans/aws.json");
  await fc.assert(
    fc.asyncProperty(
      fc.nat(plan.json.resource_changes.length - 1),
      fc.constantFrom(
        "after",
        "after_unknown",
        "after_sensitive",
        "actions",
        "replace_paths",
        "before",
      ),
      fc.jsonValue({ maxDepth: 3 }),
      async (i, key, value) => {
        const json = structuredClone(plan.json);
        json.resource_changes[i].change[key] = value;
        await judge([file(json)], { now });
      },
    ),
    { numRuns: 200 },
  );
});

const SECRET = "hunter22222-swordfish";

test("no sensitive value reaches a rule or a message", async () => {
  const types = [
    ...new Set<string>(
      load("plans/aws.json").resource_changes.map((entry: { type: string }) => entry.type),
    ),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...types),
      fc.constantFrom(
        "policy",
        "acl",
        "assume_role_policy",
        "authorization_type",
        "principal",
        "kms_key_id",
        "tags_all",
        "inline_policy",
        "visibility_timeout_seconds",
      ),
      fc.constantFrom<unknown>(
        SECRET,
        { owner: SECRET },
        [{ policy: SECRET }],
        JSON.stringify({
          Statement: [{ Effect: "Allow", Action: `${SECRET}*`, Principal: "*", Resource: "*" }],
        }),
      ),
      async (type, attribute, value) => {
        const { json } = planEditor("plans/aws.json");
        const { change } = json.resource_changes.find(
          (entry: { type: string }) => entry.type === type,
        );
        change.after[attribute] = value;
        change.before = { [attribute]: value };
        change.after_sensitive = { [attribute]: true };
        change.before_sensitive = { [attribute]: true };
        json.variables = { password: { value: SECRET } };
        json.output_changes.password = { after: SECRET, after_sensitive: true };
        const verdict = await judge([file(json)], { now });
        expect(JSON.stringify(verdict)).not.toContain("hunter");
        const denied = verdict.findings.filter(
          (f) => f.type === type && f.message.includes("not JSON"),
        );
        expect(denied).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

test("redaction replaces exactly what the mask covers", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => {
      const mask = Object.fromEntries(Object.keys(value).map((key, i) => [key, i % 2 === 0]));
      const hidden = redact(value as Json, mask, standIn) as Record<string, Json>;
      for (const [key, covered] of Object.entries(mask)) {
        const before = value[key] as Json;
        expect(hidden[key]).toEqual(covered && before !== null ? standIn(before) : before);
      }
    }),
  );
  expect(
    unknownAndSensitive({ a: true }, { b: true, c: [{ d: true }] }, { b: 1, c: [{ d: 2 }] }),
  ).toEqual({
    a: true,
    b: true,
    c: [{ d: true }],
  });
  expect(standIn("a")).not.toBe(standIn("b"));
});

test.each(["", "E1", "007", "1.5", "1e9", "-3", "9".repeat(400), "1.2.3", "\u0000"])(
  "a text where a number belongs does not stop the judge: %j",
  async (text) => {
    const stack = synthEditor("gate/aws.tf.json");
    const redrive = { deadLetterTargetArn: "arn:aws:sqs:eu-west-1:1:d", maxReceiveCount: text };
    stack.set("aws_sqs_queue.queue", "redrive_policy", JSON.stringify(redrive));
    const addresses = { "aws:SourceIp": [`203.0.113.0/${text}`, `::/${text}`] };
    const statement = {
      Effect: "Allow",
      Principal: "*",
      Action: "sqs:SendMessage",
      Condition: { IpAddress: addresses },
    };
    stack.set("aws_sqs_queue_policy.queue", "policy", JSON.stringify({ Statement: [statement] }));
    stack.add("google_compute_firewall.open", {
      source_ranges: ["0.0.0.0/0"],
      allow: [{ protocol: "tcp", ports: [text, `${text}-${text}`] }],
    });
    stack.add("google_pubsub_subscription.slow", { message_retention_duration: `${text}s` });
    await judge([file(stack.json)], { now });
  },
);
