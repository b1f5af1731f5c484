import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SynthesizedStack } from "../../constructs/synth";
import { judge } from "../../policies/gate";
import { knowingContracts } from "./support/known_contracts";
import { PIPED } from "./support/pipeline";
import { COSTED, DELIVERED, MANAGED, NETWORKED, synthesizeAll } from "./support/synth";
import { Workspace, type Plan, type Tool } from "./support/terraform";

const stacks = [
  ...synthesizeAll().map(knowingContracts),
  ...synthesizeAll([MANAGED]).filter(({ id }) => id === "dev-amp-observability"),
  ...synthesizeAll([COSTED]).filter(({ id }) => id === "dev-cost-observability"),
  ...synthesizeAll([NETWORKED]).filter(({ id }) => id === "dev-net-network"),
  ...synthesizeAll([DELIVERED]).filter(({ id }) => id === "dev-cdn-network"),
  ...synthesizeAll([PIPED]).filter(({ id }) => id === "dev-pipe-bootstrap"),
];
const root = mkdtempSync(join(tmpdir(), "plinth-terraform-"));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function workspaceOf(tool: Tool, stack: SynthesizedStack): Workspace {
  const folder = join(root, tool, stack.id);
  mkdirSync(folder, { recursive: true });
  return new Workspace(tool, folder, stack);
}

const changeOf = (plan: Plan, address: string) =>
  plan.resource_changes.find((one) => one.address === address)!.change;

describe.each<Tool>(["terraform", "tofu"])("%s with the real provider", (tool) => {
  const plans = new Map<string, Plan>();

  test.each(stacks)(
    "takes $id as valid and plans to make all of it",
    (stack) => {
      const workspace = workspaceOf(tool, stack);
      workspace.init();
      expect(workspace.validate()).toMatchObject({ valid: true, diagnostics: [] });
      const plan = workspace.plan();
      plans.set(stack.id, plan);
      expect(plan.resource_changes).toHaveLength(stack.resources);
      expect(new Set(plan.resource_changes.flatMap(({ change }) => change.actions))).toEqual(
        new Set(["create"]),
      );
      expect(plan.planned_values.outputs.plinth_stack).toMatchObject({ value: stack.id });
    },
    180_000,
  );

  test.each(stacks)("the gate passes the plan of $id with nothing left open", async (stack) => {
    const file = (name: string, content: unknown) => ({
      name,
      bytes: Buffer.from(JSON.stringify(content)),
    });
    const verdict = await judge([file("plan.json", plans.get(stack.id))], {
      now: new Date(0),
      stage: "plan",
      synth: [file("cdk.tf.json", stack.json)],
      undetermined: "deny",
    });
    expect(verdict).toMatchObject({ verdict: "pass", complete: true, findings: [] });
    expect(verdict.counts.resources).toBe(stack.resources);
  });

  test("everything that carries tags carries the four, and no others but a name, by which it is found", () => {
    const carried = [...plans.values()]
      .flatMap((plan) => plan.resource_changes)
      .filter(({ change }) => "tags_all" in change.after)
      .map(({ address, change }) => [
        address,
        Object.keys(change.after.tags_all ?? {})
          .filter((key) => key !== "Name")
          .sort(),
      ]);
    expect(carried.length).toBeGreaterThan(0);
    for (const [, keys] of carried) {
      expect(keys).toEqual(["cost-center", "environment", "owner", "service"]);
    }
  });

  test.each([
    ["dev-c01", "aws_sqs_queue.orders_events", "redrive_policy"],
    ["dev-c01", "aws_sqs_queue.orders_events", "kms_master_key_id"],
    ["dev-c01", "aws_sqs_queue.orders_events_dlq", "redrive_allow_policy"],
    ["dev-c01", "aws_sqs_queue_policy.orders_events_policy", "policy"],
    ["dev-c01", "aws_sqs_queue_policy.orders_events_dlq_policy", "policy"],
    ["dev-c01", "aws_kms_key.orders_logs_key", "policy"],
    ["dev-c01", "aws_lambda_event_source_mapping.orders_consumer", "event_source_arn"],
    ["dev-c01", "aws_lambda_event_source_mapping.orders_consumer", "function_name"],
    ["dev-c01", "aws_apigatewayv2_integration.storefront_api_integration", "integration_uri"],
    ["prod-c01", "aws_appautoscaling_policy.storefront_warm_policy", "resource_id"],
    ["dev-c01", "aws_s3_bucket_policy.catalog_images_images_policy", "policy"],
    ["dev-edge", "aws_kms_key.catalog_images_logs_key", "policy"],
    ["dev-cost-observability", "aws_sns_topic_policy.cost_topic_policy", "policy"],
    ["dev-cost-observability", "aws_kms_key.cost_topic_key", "policy"],
    ["dev-bootstrap", "aws_s3_bucket_policy.state_policy", "policy"],
    ["dev-bootstrap", "aws_s3_bucket_policy.state_policy", "bucket"],
    ["dev-pipe-bootstrap", "aws_iam_role.pipeline_apply", "assume_role_policy"],
    ["dev-pipe-bootstrap", "aws_iam_policy.pipeline_boundary", "policy"],
    ["dev-pipe-bootstrap", "aws_iam_policy.pipeline_read", "policy"],
    ["dev-pipe-bootstrap", "aws_iam_policy.pipeline_write", "policy"],
  ])("of %s, %s says its %s before the first apply", (stack, address, attribute) => {
    const change = changeOf(plans.get(stack)!, address);
    expect(change.after_unknown[attribute]).toBeUndefined();
    expect(change.after[attribute]).toEqual(expect.any(String));
  });
});
