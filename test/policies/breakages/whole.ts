import { load } from "../fixtures";
import type { Editor } from "../fixtures";
import { breakagesOf } from "./notation";
import type { Breakage } from "./notation";

/* eslint-disable @typescript-eslint/no-explicit-any */
const { edited } = breakagesOf("aws");

/** The same fault in the JSON of a stack and of a plan, whose shapes differ. */
interface Written {
  readonly id: string;
  readonly address: string;
  readonly how: string;
  readonly synth: (stack: any) => void;
  readonly plan: (plan: any) => void;
}

const isPlan = ({ json }: Editor) => json.resource_changes !== undefined;

const both = ({ synth, plan, ...one }: Written): Breakage =>
  edited({ ...one, edit: (stack) => (isPlan(stack) ? plan : synth)(stack.json) });

const inStack = (id: string, address: string, how: string, change: (stack: any) => void) =>
  edited({ id, address, how, stage: "synth", edit: ({ json }) => change(json) });

const inPlan = (id: string, address: string, how: string, change: (plan: any) => void) =>
  edited({ id, address, how, stage: "plan", edit: ({ json }) => change(json) });

const TABLE = "aws_dynamodb_table.state";
const QUEUE = "aws_sqs_queue.queue";
const aws = (plan: any) => plan.configuration.provider_config.aws;
const root = (plan: any) => plan.configuration.root_module;
const configured = (plan: any, address: string) =>
  root(plan).resources.find((one: any) => one.address === address);
const body = (stack: any, address: string) => {
  const [type, name] = address.split(".") as [string, string];
  return stack.resource[type][name];
};

const argument = (id: string, name: string, value: unknown): Breakage =>
  both({
    id,
    address: "provider.aws",
    how: `with ${name}`,
    synth: (stack) => void (stack.provider.aws[0][name] = value),
    plan: (plan) => void (aws(plan).expressions[name] = { constant_value: value }),
  });

const source = (id: string, type: string): Breakage =>
  both({
    id,
    address: `data.${type}.it`,
    how: "read",
    synth: (stack) => void (stack.data = { ...stack.data, [type]: { it: {} } }),
    plan: (plan) =>
      void root(plan).resources.push({
        ...{ address: `data.${type}.it`, mode: "data", type, name: "it", expressions: {} },
      }),
  });

const declared = (id: string, kind: "variable" | "output", name: string, block: object): Breakage =>
  both({
    id,
    address: `${kind === "variable" ? "var" : "output"}.${name}`,
    how: JSON.stringify(block),
    synth: (stack) => void (stack[kind] = { ...stack[kind], [name]: block }),
    plan: (plan) => void (root(plan)[`${kind}s`] = { ...root(plan)[`${kind}s`], [name]: block }),
  });

const version = (constraint: string | undefined): Breakage =>
  both({
    id: "TF-PROVIDER-002",
    address: "provider.aws",
    how: `version ${constraint}`,
    synth: (stack) => void (stack.terraform.required_providers.aws.version = constraint),
    plan: (plan) => void (aws(plan).version_constraint = constraint),
  });

/** What is there already, and what becomes of it. */
const act = (plan: any, most: number, actions: readonly string[]): void => {
  plan.resource_changes.forEach((entry: any, i: number) => {
    entry.change.before = entry.change.after;
    entry.change.actions = i < most ? actions : ["no-op"];
    if (i < most && !actions.includes("create")) entry.change.after = null;
  });
};

/** What is wrong with a stack or a plan as a whole, not with one of its resources. */
export const whole: readonly Breakage[] = [
  inPlan("TF-PLAN-001", "terraform.plan", "five of twenty replaced", (plan) =>
    act(plan, 5, ["delete", "create"]),
  ),
  inPlan("TF-PLAN-001", "terraform.plan", "five of twenty shredded", (plan) =>
    act(plan, 5, ["shred"]),
  ),
  inPlan("TF-PLAN-002", "terraform.plan", "everything deleted", (plan) =>
    act(plan, Infinity, ["delete"]),
  ),
  argument("TF-PROVIDER-001", "secret_key", "hunter22222"),
  argument("TF-PROVIDER-003", "insecure", true),
  version(">= 5.0"),
  version(undefined),
  source("TF-DATA-001", "external"),
  source("TF-DATA-002", "terraform_remote_state"),
  source("TF-DATA-003", "http"),
  both({
    id: "TF-EXEC-001",
    address: `${QUEUE}.provisioner.local-exec`,
    how: "with a provisioner",
    synth: (stack) =>
      void (body(stack, QUEUE).provisioner = [{ "local-exec": { command: "true" } }]),
    plan: (plan) => void (configured(plan, QUEUE).provisioners = [{ type: "local-exec" }]),
  }),
  declared("TF-VARIABLE-001", "variable", "db_password", { default: "hunter22222" }),
  declared("TF-VARIABLE-001", "variable", "key", { default: "hunter22222", sensitive: true }),
  declared("TF-OUTPUT-001", "output", "db_password", { value: "${var.x}" }),
  inStack("TF-LIFECYCLE-001", `${QUEUE}.lifecycle`, "that ignores all", (stack) => {
    body(stack, QUEUE).lifecycle = { ignore_changes: "all" };
  }),
  inStack("TF-LIFECYCLE-002", TABLE, "unprotected in production", (stack) => {
    stack.output.plinth_stack.value = "prod-c01";
  }),
  inStack("TF-LIFECYCLE-003", `${TABLE}.lifecycle`, "copied first", (stack) => {
    body(stack, TABLE).lifecycle = [{ create_before_destroy: true }];
  }),
  inStack("TF-REMOVED-001", "removed.aws_dynamodb_table.old", "destroyed", (stack) => {
    stack.removed = [{ from: "aws_dynamodb_table.old" }];
  }),
];

/** Plans that are odd as a whole; none has a fault. */
export function wholePlans(): Record<string, any> {
  const plans: Record<string, any> = {};
  const edit = (name: string, change: (plan: any) => void) => {
    change((plans[name] = load("plans/aws.json")));
  };
  edit("a tenth of a stack", (plan) => act(plan, 4, ["delete", "create"]));
  edit("a plan with deferred changes", (plan) => {
    const [change] = plan.resource_changes.splice(0, 1);
    plan.deferred_changes = [{ reason: "provider_config_unknown", resource_change: change }, {}];
    plan.complete = false;
  });
  edit("a module's provider, with references and data sources", (plan) => {
    plan.configuration.provider_config["module.m:google.west"] = {
      ...{ name: "google", alias: "west", full_name: "registry.opentofu.org/hashicorp/google" },
      ...{ module_address: "module.m", expressions: { access_token: { references: ["var.t"] } } },
    };
    plan.configuration.provider_config.terraform = {
      ...{ name: "terraform", full_name: "terraform.io/builtin/terraform" },
    };
    root(plan).module_calls = {
      m: { module: { resources: [{ mode: "data", type: "external", name: "it" }] } },
    };
  });
  edit("drift", drift);
  return plans;
}

/** Changed outside: reverted, kept, deleted, without effect, and of what the plan does not name. */
function drift(plan: any): void {
  const entry = (address: string) =>
    plan.resource_changes.find((one: any) => one.address === address);
  const drifted = (address: string, before: object, after: object | null, actions: string[]) => {
    const { type } = entry(address);
    const state = structuredClone(entry(address).change.after);
    const now = after && { ...state, ...after };
    return {
      ...{ address, type, mode: "managed" },
      change: { actions, before: { ...state, ...before }, after: now },
    };
  };
  const MAPPING = "aws_lambda_event_source_mapping.mapping";
  const LOG = "aws_cloudwatch_log_group.log";
  plan.resource_drift = [
    drifted(QUEUE, {}, { visibility_timeout_seconds: 1, name: "hunter22222" }, ["update"]),
    drifted(TABLE, {}, null, ["delete"]),
    drifted(LOG, { retention_in_days: 30, kms_key_id: "" }, { retention_in_days: 0 }, ["update"]),
    drifted(MAPPING, { tags: {} }, { tags: null }, ["update"]),
    { address: "aws_sqs_queue.elsewhere", type: "aws_sqs_queue", mode: "managed", change: {} },
  ];
  entry(LOG).change.after.retention_in_days = 0;
}
