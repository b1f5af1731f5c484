import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge } from "../../policies/gate";
import { planOf } from "../../bench/gate/plan";
import { toolPath } from "../../tools/find";
import { breakages } from "./breakages";
import { hiddenBlocks, planWithout } from "./breakages/hidden";
import { wholePlans } from "./breakages/whole";
import { file, fixtures, load, now, planEditor, policies } from "./fixtures";

/* eslint-disable @typescript-eslint/no-explicit-any */

/** Plans that the fixtures alone do not show: modules, indexes, drift of shapes, secrets. */
function oddPlans(): Record<string, any> {
  const plans: Record<string, any> = {};
  const edit = (name: string, change: (plan: ReturnType<typeof planEditor>) => void) => {
    const plan = planEditor("plans/aws.json");
    change(plan);
    plans[name] = plan.json;
  };
  edit("a module with for_each", ({ json }) => nest(json, 'module.m["a.b[0]"]', "m"));
  edit("a module that passes the queue by variable", ({ json }) => {
    nest(json, "module.m", "m");
    const inner = json.configuration.root_module.module_calls.m.module.resources;
    const policy = inner.find((entry: any) => entry.address === "aws_sqs_queue_policy.queue");
    policy.expressions.queue_url = { references: ["var.queue_url"] };
  });
  edit("count", ({ json }) => {
    for (const address of ["aws_sqs_queue.queue", "aws_sqs_queue_policy.queue"]) {
      const first = json.resource_changes.find((entry: any) => entry.address === address);
      first.index = 0;
      first.address = `${address}[0]`;
      json.resource_changes.push({ ...structuredClone(first), index: 1, address: `${address}[1]` });
    }
  });
  edit("an address twice", ({ json }) => {
    const queue = json.resource_changes.find((one: any) => one.address === "aws_sqs_queue.queue");
    json.resource_changes.unshift(structuredClone(queue));
  });
  edit("a deposed object", ({ json }) => {
    const table = json.resource_changes.find((entry: any) => entry.type === "aws_dynamodb_table");
    const change = {
      actions: ["delete"],
      before: table.change.after,
      after: null,
      after_unknown: {},
    };
    json.resource_changes.push({ ...table, deposed: "0a1b2c3d", change });
  });
  edit("sensitive values", ({ json }) => {
    const sensitive = (type: string, mask: object) => {
      const { change } = json.resource_changes.find((entry: any) => entry.type === type);
      Object.assign(change.after_sensitive, mask);
    };
    sensitive("aws_iam_role", { assume_role_policy: true });
    sensitive("aws_cloudwatch_log_group", { retention_in_days: true });
    sensitive("aws_dynamodb_table", { ttl: [{ enabled: true }] });
    sensitive("aws_sqs_queue", { tags_all: { owner: true } });
  });
  edit("applied: everything known, nothing to do", ({ json }) => {
    for (const { type, name, change } of json.resource_changes) {
      change.actions = ["no-op"];
      change.after_unknown = {};
      const id = `arn:${type}:${name}`;
      Object.assign(change.after, { arn: id, id, url: id });
    }
    const known = (address: string, attributes: object) =>
      Object.assign(
        json.resource_changes.find((entry: any) => entry.address === address).change.after,
        attributes,
      );
    known("aws_sqs_queue_policy.queue", { queue_url: "arn:aws_sqs_queue:queue", policy: "{}" });
    known("aws_sqs_queue.queue", {
      policy: "echo",
      redrive_policy: '{"deadLetterTargetArn":"arn:aws_sqs_queue:dead"}',
    });
    known("aws_lambda_event_source_mapping.mapping", {
      event_source_arn: "arn:aws_sqs_queue:queue",
      function_name: "arn:aws_lambda_alias:live",
    });
  });
  edit("checks", ({ json }) => {
    const address = { kind: "check", to_display: "check.health" };
    json.checks = [
      {
        address,
        status: "fail",
        instances: [{ status: "fail", problems: [{ message: "not well" }, { message: "at all" }] }],
      },
      { address: { ...address, to_display: "check.other" }, status: "error" },
      { address, status: "unknown" },
    ];
  });
  const data = planEditor("plans/aws_data.json");
  data.set("aws_appautoscaling_target.counters", "resource_id", "table/counters");
  plans["a table named by its text"] = structuredClone(data.json);
  data.remove("aws_appautoscaling_policy.counters");
  data.set("aws_appautoscaling_target.counters", "resource_id", "[{");
  plans["a text that begins as JSON and is none"] = structuredClone(data.json);
  const run = planEditor("plans/google_run.json");
  const service = run.json.resource_changes.find(
    (entry: any) => entry.type === "google_cloud_run_v2_service",
  );
  service.change.after_sensitive = { template: [{ containers: [{ image: true }] }] };
  plans["a sensitive image"] = run.json;
  plans["a text with tokens in the place of a block"] = tokensForBlock();
  edit("no configuration", ({ json }) => void delete json.configuration);
  edit("nothing at all", ({ json }) => void (json.resource_changes = []));
  return plans;
}

/** The first block of a list is written as a text whose tokens nobody knows yet. */
function tokensForBlock(): any {
  const { json } = planEditor("plans/google_run.json");
  const address = "google_project_iam_audit_config.all";
  const { change } = json.resource_changes.find((entry: any) => entry.address === address);
  change.after_unknown.audit_log_config[0] = true;
  const written = json.configuration.root_module.resources.find(
    (entry: any) => entry.address === address,
  );
  written.expressions.audit_log_config[0] = { constant_value: "a ${b.c}" };
  return json;
}

/** Moves every resource of a plan into a module. */
function nest(json: any, address: string, call: string): void {
  for (const entry of json.resource_changes) {
    entry.module_address = address;
    entry.address = `${address}.${entry.address}`;
  }
  const root = json.configuration.root_module;
  root.module_calls = { [call]: { module: { resources: root.resources } } };
  delete root.resources;
}

function allPlans(): Record<string, any> {
  const plans: Record<string, any> = {
    ...Object.fromEntries(fixtures.map((name) => [name, load(`plans/${name}.json`)])),
    bench: JSON.parse(planOf(240)),
  };
  for (const one of breakages.filter(({ stage }) => stage !== "synth")) {
    const broken = planEditor(`plans/${one.fixture}.json`);
    one.edit(broken);
    plans[`broken ${one.id} ${one.address} ${one.how}`] = broken.json;
    if (one.decides === undefined) continue;
    const hidden = planEditor(`plans/${one.fixture}.json`);
    hidden.hide(one.address, one.decides);
    plans[`hidden ${one.id} ${one.address} ${one.decides}`] = hidden.json;
  }
  for (const hidden of hiddenBlocks())
    plans[`hidden ${hidden.id} ${hidden.address} ${hidden.block}`] = planWithout(hidden);
  for (const actions of [
    ["delete"],
    ["forget"],
    ["delete", "create"],
    ["create", "forget"],
    ["shred"],
  ]) {
    const plan = planEditor("plans/aws.json");
    plan.act("aws_dynamodb_table.state", actions, [["hash_key"], ["attribute", 0, "name"]]);
    plans[`changed ${actions}`] = plan.json;
  }
  return { ...plans, ...oddPlans(), ...wholePlans() };
}

const plans = allPlans();
let rego: Record<
  string,
  Record<"deny" | "warn", { id: string; address: string; message: string }[]>
>;

beforeAll(() => {
  const dir = mkdtempSync(join(tmpdir(), "plinth-differential-"));
  try {
    writeFileSync(join(dir, "plans.json"), JSON.stringify({ plans }));
    const query =
      "{name: {`deny`: deny, `warn`: warn} | some name, plan in data.plans; " +
      "deny := data.main.deny with input as plan; warn := data.main.warn with input as plan}";
    const args = ["eval", "-d", policies, "-d", join(dir, "plans.json"), "-f", "raw", query];
    rego = JSON.parse(
      execFileSync(toolPath("opa"), args, { encoding: "utf8", maxBuffer: 1 << 28 }),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}, 300_000);

const lines = (list: readonly { id: string; address: string; message: string }[]) =>
  list.map((one) => `${one.id} ${one.address} ${one.message}`).sort();

test.each(Object.keys(plans))("Rego and Wasm say the same: %s", async (name) => {
  const { findings } = await judge([file(plans[name])], { now });
  const of = (verdict: string) => lines(findings.filter((finding) => finding.verdict === verdict));
  expect({ deny: lines(rego[name]!.deny), warn: lines(rego[name]!.warn) }).toEqual({
    deny: of("deny"),
    warn: of("undetermined"),
  });
});

test("what is odd is judged at all", async () => {
  const ids = async (name: string) => {
    const { findings } = await judge([file(plans[name])], { now });
    return findings.map((finding) => `${finding.id} ${finding.address} ${finding.verdict}`);
  };
  expect(await ids("a module with for_each")).toEqual([]);
  expect(await ids("a module that passes the queue by variable")).toEqual([
    "AWS-SQS-002 module.m.aws_sqs_queue.dead undetermined",
    "AWS-SQS-002 module.m.aws_sqs_queue.queue undetermined",
  ]);
  expect(await ids("count")).toEqual([]);
  expect(await ids("a deposed object")).toEqual(["AWS-STATE-001 aws_dynamodb_table.state deny"]);
  expect(await ids("checks")).toEqual(["CHECK check.health deny", "CHECK check.other deny"]);
  expect(await ids("nothing at all")).toEqual([]);
});

test("the door is silent on what is no plan, and refuses a plan that failed", () => {
  const dir = mkdtempSync(join(tmpdir(), "plinth-door-"));
  try {
    const deny = (input: unknown) => {
      writeFileSync(join(dir, "input.json"), JSON.stringify(input));
      const args = [
        "eval",
        "-d",
        policies,
        "-i",
        join(dir, "input.json"),
        "-f",
        "raw",
        "data.main.deny",
      ];
      return JSON.parse(execFileSync(toolPath("opa"), args, { encoding: "utf8" }));
    };
    expect(deny({ kind: "Deployment" })).toEqual([]);
    expect(deny(load("gate/aws.tf.json"))).toEqual([]);
    expect(deny({ ...load("plans/aws.json"), errored: true })).toMatchObject([{ id: "PLAN" }]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}, 60_000);
