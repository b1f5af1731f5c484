import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { judge, shippedBundle } from "../../policies/gate";
import { isPseudo } from "../../policies/gate/input/pseudo/node";
import { wholePlans } from "./breakages/whole";
import { file, load, now } from "./fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */
const judged = async (...plans: any[]) =>
  judge(
    plans.map((plan, i) => file(plan, `${i}.json`)),
    { now },
  );

const told = async (...plans: any[]) =>
  (await judged(...plans)).findings.map(
    ({ id, verdict, message }) => `${id} ${verdict}: ${message}`,
  );

const of = (stack: string, plan = load("plans/aws.json")) => {
  plan.output_changes.plinth_stack.after = stack;
  return plan;
};

describe("all plans of a run are one change", () => {
  const losing = (stack: string) => {
    const plan = of(stack);
    const type = "aws_sns_topic_subscription";
    plan.resource_changes.push({
      ...{ address: `${type}.old`, type, name: "old", mode: "managed" },
      change: { actions: ["delete"], before: {}, after: null },
    });
    return plan;
  };

  test("two cells that lose something are denied, and what is no cell is not counted", async () => {
    const findings = await told(losing("dev-c01"), losing("dev-c02"), losing("dev-network"));
    expect(findings.filter((one) => one.startsWith("TF-CHANGE"))).toEqual([
      "TF-CHANGE-001 deny: terraform.change deletes, replaces or forgets resources in 2 cells of dev at once: dev-c01, dev-c02",
    ]);
  });

  test("two cells of production are advised against", async () => {
    const { findings } = await judged(of("prod-c01"), of("prod-c02"), of("dev-c01"));
    expect(findings.map(({ id, level, message }) => [id, level, message])).toEqual([
      [
        "TF-CHANGE-002",
        "advisory",
        "terraform.change changes 2 cells of prod at once: prod-c01, prod-c02",
      ],
    ]);
  });

  test("one cell, and one cell of each environment, pass", async () => {
    expect(await told(of("prod-c01"), of("dev-c01"))).toEqual([]);
  });
});

describe("a plan as a whole", () => {
  test("is not told how much it loses while some of it is deferred; what is deferred is judged", async () => {
    const plan = wholePlans()["a plan with deferred changes"];
    plan.deferred_changes[0].resource_change.change.after.retention_in_days = 0;
    const verdict = await judged(plan);
    expect(verdict.complete).toBe(false);
    expect(verdict.findings.map(({ id, verdict: answer }) => `${id} ${answer}`)).toEqual([
      "AWS-LOGS-002 deny",
      "TF-PLAN-001 undetermined",
    ]);
  });

  test("finds data sources of modules", async () => {
    const plan = wholePlans()["a module's provider, with references and data sources"];
    expect(await told(plan)).toEqual([
      "TF-DATA-001 deny: module.m.data.external.it runs a program while planning",
    ]);
  });

  test("counts no pseudo resource as a resource", async () => {
    const { counts } = await judged(load("plans/aws.json"));
    expect(counts.resources).toBe(load("plans/aws.json").resource_changes.length);
    expect(isPseudo("terraform_data")).toBe(false);
  });
});

test("drift that the plan undoes, or that a rule denies, is told by its attributes alone", async () => {
  const verdict = await judged(wholePlans()["drift"]);
  const drift = verdict.findings.filter(({ id }) => id === "DRIFT");
  expect(drift.map(({ level, message }) => [level, message])).toEqual([
    [
      "advisory",
      "aws_cloudwatch_log_group.log was changed outside of Terraform (retention_in_days), and AWS-LOGS-002 denies what is there now",
    ],
    [
      "advisory",
      "aws_dynamodb_table.state was deleted outside of Terraform; this plan creates it again",
    ],
    [
      "advisory",
      "aws_sqs_queue.queue was changed outside of Terraform (name, visibility_timeout_seconds); this plan reverts it",
    ],
  ]);
  expect(JSON.stringify(verdict)).not.toContain("hunter");
});

test("drift stands at the line of the declaration where the stack is joined", async () => {
  const plan = wholePlans()["drift"];
  const stack = load("gate/aws.tf.json");
  const source = { file: "environments/services/orders.ts", line: 8 };
  stack.resource.aws_sqs_queue.queue["//"] = { metadata: { plinth: { source } } };
  const { findings } = await judged(plan, stack);
  expect(findings.find((one) => one.address === "aws_sqs_queue.queue")).toMatchObject({
    id: "DRIFT",
    source,
  });
});

test("no credential of a provider and no default of a variable reaches the verdict", async () => {
  const plan = load("plans/aws.json");
  plan.configuration.provider_config.aws.expressions.secret_key = { constant_value: "hunter22222" };
  plan.configuration.root_module.variables = { token: { default: "hunter22222" } };
  const stack = load("gate/aws.tf.json");
  stack.provider.aws[0].secret_key = "hunter22222";
  stack.variable = { token: { default: "hunter22222" } };
  const verdict = await judged(plan, stack);
  expect(verdict.verdict).toBe("deny");
  expect(JSON.stringify(verdict)).not.toContain("hunter");
});

describe("what holds state", () => {
  const { rules } = shippedBundle().manifest;
  const types = ["AWS-STATE-001", "GCP-STATE-001"].flatMap(
    (id) => rules.find((rule) => rule.id === id)?.types ?? [],
  );

  test("is a type of the pinned provider", () => {
    const lib = (cloud: string) =>
      new Set(readdirSync(join("node_modules", "@cdktf", `provider-${cloud}`, "lib")));
    const known = { aws: lib("aws"), google: lib("google") };
    const unknown = types.filter((type) => {
      const [cloud, ...words] = type.split("_") as ["aws" | "google", ...string[]];
      return !known[cloud].has(words.join("-"));
    });
    expect(unknown).toEqual([]);
  });

  test("is listed once, for the rules on lost state and for those that read the list", () => {
    const text = readFileSync("policies/lib/stateful.rego", "utf8");
    const listed = [...text.matchAll(/^\t"(\w+)": true,$/gm)].map((match) => match[1]);
    expect([...types].sort()).toEqual(listed.sort());
  });
});
