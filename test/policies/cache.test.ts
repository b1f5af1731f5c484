import fc from "fast-check";
import { judge, type GateFile, type JudgementCache, type JudgeOptions } from "../../policies/gate";
import { sha256 } from "../../policies/gate/input/fingerprint";
import { standIn } from "../../policies/gate/input/sensitive";
import { breakages } from "./breakages";
import { file, fixtures, load, now, planEditor, synthEditor } from "./fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** A cache that counts what it is asked. */
function memory(judge = "this code") {
  const entries = new Map<string, string>();
  const asked = { hits: 0, misses: 0 };
  const cache: JudgementCache = {
    judge,
    get: (key) => {
      const entry = entries.get(key);
      asked[entry === undefined ? "misses" : "hits"]++;
      return entry;
    },
    put: (key, entry) => void entries.set(key, entry),
  };
  return { cache, entries, asked };
}

/** A good stack and its plan, broken in some ways; one resource may have been moved. */
interface Broken {
  readonly fixture: string;
  readonly ways: readonly number[];
  readonly moved: boolean;
  readonly joined: boolean;
  readonly exempt: readonly number[];
}

const broken = fc.record<Broken>({
  fixture: fc.constantFrom(...fixtures),
  ways: fc.array(fc.nat(), { maxLength: 3 }),
  moved: fc.boolean(),
  joined: fc.boolean(),
  exempt: fc.array(fc.nat(), { maxLength: 3 }),
});

function filesOf({ fixture, ways, moved }: Broken): { plan: GateFile; synth: GateFile } {
  const [plan, synth] = [
    planEditor(`plans/${fixture}.json`),
    synthEditor(`gate/${fixture}.tf.json`),
  ];
  const possible = breakages.filter((one) => one.fixture === fixture && one.stage === undefined);
  // Two ways may be of one resource, which the first has removed.
  const [way, ...others] = [...new Set(ways.map((n) => possible[n % possible.length]))];
  way?.edit(plan);
  for (const other of others) other?.edit(synth);
  if (moved) plan.json.resource_changes[0].previous_address = "aws_sqs_queue.before";
  return { plan: file(plan.json, "plan.json"), synth: file(synth.json, "cdk.tf.json") };
}

/** Exemptions of some of what is found; a fingerprint is that of nothing. */
function exemptionsOf(
  findings: readonly { id: string; address: string }[],
  some: readonly number[],
) {
  const exemptions = some.flatMap((n) => {
    const { id: rule, address } = findings[n % findings.length] ?? { id: "X", address: "x.y" };
    const owner = { owner: "team-a", reason: "migration", ticket: "OPS-1" };
    const bound = n % 2 === 0 ? {} : { fingerprint: "0".repeat(32) };
    return [{ rule, stack: "dev-c01", address, ...owner, expires: "2026-02-28", ...bound }];
  });
  return file({ schema: "plinth.exemptions/v1", exemptions }).bytes;
}

const LATER: Partial<JudgeOptions> = {
  now: new Date("2026-03-15T00:00:00Z"),
  undetermined: "deny",
  enforcement: { levels: { high: "advisory", medium: "hard" } },
};

test("the verdict is the same without a cache, with an empty one and with a full one", async () => {
  const sameAlways = async (given: Broken): Promise<void> => {
    const { plan, synth } = filesOf(given);
    const joined = given.joined ? { synth: [synth] } : {};
    const { findings } = await judge([plan], { now, ...joined });
    const exemptions = exemptionsOf(findings, given.exempt);
    const { cache, asked } = memory();
    for (const options of [{}, { exemptions }, { exemptions, ...LATER }]) {
      const told = { now, ...joined, ...options };
      const without = await judge([plan], told);
      expect(await judge([plan], { ...told, cache })).toEqual(without);
      expect(await judge([plan], { ...told, cache })).toEqual(without);
    }
    // The plan with its stack, and the plans of the run together: judged once, whatever was asked of them.
    expect(asked).toEqual({ misses: 2, hits: 10 });
  };
  await fc.assert(fc.asyncProperty(broken, sameAlways), { numRuns: 60 });
});

const open = () => {
  const plan = planEditor("plans/aws.json");
  plan.set("aws_sqs_queue.queue", "kms_master_key_id", undefined);
  plan.set("aws_dynamodb_table.state", "ttl", []);
  return plan.json;
};
const again = (json: any, cache: JudgementCache) => judge([file(json)], { now, cache });

test("a plan that is made again, and means the same, is not judged again", async () => {
  const { cache, asked } = memory();
  await again(open(), cache);
  await again({ ...open(), timestamp: "2027-01-01T00:00:00Z", terraform_version: "1.99" }, cache);
  expect(asked).toEqual({ misses: 2, hits: 2 });
});

test.each<[string, (plan: any) => unknown]>([
  ["a value", (plan) => (plan.resource_changes[0].change.after.tags_all = {})],
  ["what is unknown", (plan) => (plan.resource_changes[0].change.after_unknown.name = true)],
  [
    "what the author wrote",
    (plan) => (plan.configuration.root_module.resources[0].expressions = {}),
  ],
  ["drift", (plan) => (plan.resource_drift = [plan.resource_changes[0]])],
  ["its stack", (plan) => (plan.output_changes.plinth_stack.after = "dev-c02")],
  ["that it is complete", (plan) => (plan.complete = false)],
])("a plan is judged again when it changes: %s", async (_, change) => {
  const { cache, asked } = memory();
  await again(open(), cache);
  const plan = open();
  change(plan);
  expect(await again(plan, cache)).toEqual(await judge([file(plan)], { now }));
  expect(asked.misses).toBeGreaterThan(2);
});

test("another gate judges anew", async () => {
  const { cache, entries } = memory();
  await again(open(), cache);
  await again(open(), { ...cache, judge: "mended code" });
  expect(entries.size).toBe(4);
});

test.each<[string, (entry: string) => string]>([
  ["empty", () => ""],
  ["half written", (entry) => entry.slice(0, entry.length / 2)],
  ["without its end", (entry) => entry.slice(0, -1)],
  ["with a finding taken out", (entry) => entry.replace("AWS-SQS-001", "AWS-SQS-002")],
  ["of another key", (entry) => entry.replace(/^./, (first) => (first === "0" ? "1" : "0"))],
  ["something else", () => "{}\n\n\n"],
])("an entry that is %s is ignored, and written again", async (_, damage) => {
  const { cache, entries } = memory();
  const verdict = await again(open(), cache);
  const good = new Map(entries);
  for (const [key, entry] of good) entries.set(key, damage(entry));
  expect(await again(open(), cache)).toEqual(verdict);
  expect(entries).toEqual(good);
});

test("no sensitive value is kept, nor what stands for one", async () => {
  const { cache, entries } = memory();
  const plan = open();
  const queue = plan.resource_changes.find((one: any) => one.address === "aws_sqs_queue.queue");
  queue.change.after.name = "hush-hush";
  queue.change.after_sensitive = { name: true };
  await again(plan, cache);
  const kept = [...entries.values()].join("\n");
  expect(kept).toContain("AWS-SQS-001");
  expect(kept).not.toContain("hush-hush");
  expect(kept).not.toContain(standIn("hush-hush"));
});

test("a finding of no rule is not dropped in silence", async () => {
  const { cache, entries } = memory();
  await again(open(), cache);
  for (const [key, entry] of entries) {
    const body = entry.split("\n").slice(2).join("\n").replaceAll("AWS-SQS-001", "AWS-SQS-000");
    entries.set(key, `${key}\n${sha256(body)}\n${body}`);
  }
  await expect(again(open(), cache)).rejects.toThrow(
    "--cache: holds a finding of no rule that there is: empty it",
  );
});

test("stacks are judged each for itself: one that changed leaves the others as they are", async () => {
  const { cache, asked } = memory();
  const gcp = file(load("plans/google.json"), "gcp.json");
  await judge([file(open()), gcp], { now, cache });
  const plan = open();
  plan.resource_changes[0].change.after.tags_all = {};
  asked.hits = 0;
  await judge([file(plan), gcp], { now, cache });
  expect(asked.hits).toBe(2);
});

test("a finding is at the line where it is declared now", async () => {
  const { cache } = memory();
  const lineOf = async (line: number) => {
    const synth = synthEditor("gate/aws.tf.json");
    synth.set("aws_sqs_queue.queue", "kms_master_key_id", undefined);
    synth.json.resource.aws_sqs_queue.queue["//"].metadata.plinth.source.line = line;
    const { findings } = await judge([file(synth.json, "cdk.tf.json")], { now, cache });
    return findings.find(({ id }) => id === "AWS-SQS-001")?.source?.line;
  };
  expect(await lineOf(8)).toBe(8);
  expect(await lineOf(9)).toBe(9);
});
