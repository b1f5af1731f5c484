import { readFileSync } from "node:fs";
import path from "node:path";
import { resources, environmentOf, stacksOf } from "./support";

const root = path.join(__dirname, "../../..");
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const page = read("docs/clouds.md");
const cell = resources(stacksOf(environmentOf())["dev-gcp-c01"]!);

/** Where declarations are written. */
const declarations = [
  "model/backup/declaration.ts",
  "model/cost/declaration.ts",
  "model/declaration.ts",
  "model/events/declaration.ts",
  "model/network/declaration.ts",
  "model/schedules/declaration.ts",
  "model/secrets/declaration.ts",
  "model/foundation_models/declaration.ts",
  "model/sign_in/declaration.ts",
  "model/stores/cache_declaration.ts",
  "model/stores/file_declaration.ts",
  "model/stores/key_value_declaration.ts",
  "model/stores/object_declaration.ts",
  "model/workloads/balanced/declaration.ts",
  "model/workloads/batch/declaration.ts",
  "model/workloads/batch/schedules.ts",
  "model/workloads/containers/declaration.ts",
  "model/workloads/machines/declaration.ts",
  "model/stores/relational_declaration.ts",
  "model/workloads/api_edge/declaration.ts",
  "model/workloads/delivery/declaration.ts",
  "model/workloads/delivery/edge_declaration.ts",
  "model/workloads/delivery/origin_declaration.ts",
  "model/workloads/graphql/declaration.ts",
  "model/workloads/request_declaration.ts",
  "model/workloads/workflow/declaration.ts",
  "model/workloads/inference/declaration.ts",
]
  .map(read)
  .join("\n");

/** The properties of an interface of the declaration that are its own, but for those that have no row. */
function propertiesOf(name: string, ...without: readonly string[]): string[] {
  const [, body = ""] =
    new RegExp(`interface ${name} [^{]*\\{([^]*?)\\n\\}`).exec(declarations) ?? [];
  const names = [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(
    ([, property = ""]) => property,
  );
  if (names.length === 0) throw new Error(`no declaration has an interface ${name}`);
  return names.filter((property) => !without.includes(property));
}

const below = (field: string, properties: readonly string[]): string[] =>
  properties.map((property) => `${field}.${property}`);

/** Each of which has rows of its own. */
const CONTAINER_PARTS = ["health", "sharing", "tasks", "scaling", "rollout"];
const MACHINE_PARTS = ["machines", "scaling", "refresh", "disk", "volumes", "rollout"];
const AT_EDGE = ["origin", "edge"];

const fields = [
  ...below("queue", propertiesOf("QueueDeclaration", "batch")),
  ...below("queue.batch", propertiesOf("BatchDeclaration")),
  ...below("processor", propertiesOf("FunctionBase")),
  ...below("processor", propertiesOf("ProcessorDeclaration")),
  ...below(
    "stores.*",
    propertiesOf("KeyValueDeclaration", "kind", "indexes", "stream", "replicate"),
  ),
  ...below("stores.*.indexes.*", propertiesOf("IndexDeclaration")),
  ...below("stores.*.stream", propertiesOf("StreamDeclaration")),
  ...below("stores.*.replicate", propertiesOf("TableReplicateDeclaration")),
  ...propertiesOf("RequestDrivenDeclaration", "kind", "code", "throttle", "edge", "function"),
  ...below("api.edge", propertiesOf("ApiEdgeDeclaration", "cache")),
  ...below("api.edge.originRequest", propertiesOf("ApiOriginRequestDeclaration")),
  ...below("api.edge.cache", propertiesOf("ApiCacheDeclaration")),
  ...below("throttle", propertiesOf("ThrottleDeclaration")),
  ...below("function", propertiesOf("FunctionBase")),
  ...below("function", propertiesOf("FunctionDeclaration")),
  ...below("stores.*", propertiesOf("ObjectStoreDeclaration", "kind", "replicate")),
  ...below("stores.*.replicate", propertiesOf("ReplicateDeclaration")),
  ...below("stores.*", propertiesOf("RelationalDeclaration", "kind")),
  ...below("stores.*", propertiesOf("CacheStoreDeclaration", "kind")),
  ...below("stores.*", propertiesOf("FileStoreDeclaration", "kind")),
  ...below("stores.*.owner", propertiesOf("FileOwnerDeclaration")),
  ...propertiesOf("ContentDeliveryDeclaration", "kind", "cache", "headers", "firewall", ...AT_EDGE),
  ...below("origin", propertiesOf("OriginDeclaration")),
  ...below("edge.viewerRequest", propertiesOf("EdgeFunctionDeclaration")),
  ...below("edge.viewerResponse", propertiesOf("EdgeFunctionDeclaration")),
  ...below("edge.originRequest", propertiesOf("OriginFunctionDeclaration")),
  ...below("edge.originResponse", propertiesOf("OriginFunctionDeclaration")),
  ...below("cache", propertiesOf("CacheDeclaration")),
  ...below("headers", propertiesOf("HeadersDeclaration")),
  ...below("firewall", propertiesOf("FirewallDeclaration")),
  ...below("graphql", propertiesOf("GraphqlDeclaration", "kind", "limits")),
  ...below("graphql.limits", propertiesOf("GraphqlLimitsDeclaration")),
  ...below("workflow", propertiesOf("WorkflowDeclaration", "kind", "logs")),
  ...below("workflow.logs", propertiesOf("WorkflowLogsDeclaration")),
  ...below("workflow.saga", propertiesOf("SagaDeclaration")),
  ...below("workflow.saga.steps", propertiesOf("SagaStepDeclaration")),
  ...below("batch", propertiesOf("BatchJobsDeclaration", "kind")),
  ...below("batch.schedules.*", propertiesOf("JobScheduleDeclaration")),
  ...below("inference", propertiesOf("InferenceDeclaration", "kind", "model")),
  ...below("inference.model", propertiesOf("ModelDataDeclaration")),
  ...below("inference.serve", propertiesOf("OnInstancesDeclaration")),
  ...below("inference.serve", propertiesOf("RealTimeDeclaration")),
  ...below("inference.serve", propertiesOf("AsyncDeclaration")),
  ...below("inference.serve", propertiesOf("ServerlessDeclaration")),
  "invokes",
  ...below("workload", propertiesOf("ContainerServiceDeclaration", "kind", ...CONTAINER_PARTS)),
  ...below("workload", propertiesOf("BalancedDeclaration", ...CONTAINER_PARTS)),
  ...below("workload.health", propertiesOf("HealthDeclaration")),
  ...below("workload.sharing", propertiesOf("SharingDeclaration")),
  ...below("workload.tasks", propertiesOf("TasksDeclaration")),
  ...below("workload.scaling", propertiesOf("ScalingDeclaration", "backlog")),
  ...below("workload.scaling.backlog", propertiesOf("BacklogDeclaration")),
  ...below("workload", propertiesOf("VirtualMachinesDeclaration", "kind", ...MACHINE_PARTS)),
  ...below("workload.attributes", propertiesOf("MachineAttributesDeclaration")),
  ...below("workload.attributes.*", propertiesOf("MachineRangeDeclaration")),
  ...below("workload.purchase", propertiesOf("MixedPurchaseDeclaration")),
  ...below("workload.purchase", propertiesOf("ReservationsDeclaration")),
  ...below("workload.machines", propertiesOf("MachinesDeclaration")),
  ...below("workload.scaling", propertiesOf("MachineScalingDeclaration")),
  ...below("workload.refresh", propertiesOf("RefreshDeclaration")),
  ...below("workload.disk", propertiesOf("DiskDeclaration")),
  ...below("workload.disk", propertiesOf("RootDiskDeclaration")),
  ...below("workload.volumes.*", propertiesOf("DiskDeclaration")),
  ...below("workload.volumes.*", propertiesOf("VolumeDeclaration")),
  ...below("workload.snapshots", propertiesOf("VolumeSnapshotsDeclaration")),
  ...below("backup", propertiesOf("BackupDeclaration")),
  ...below("cost", propertiesOf("CostDeclaration", "notify", "anomalies")),
  ...below("cost.notify", propertiesOf("CostNotifyDeclaration")),
  ...below("cost.anomalies", propertiesOf("AnomaliesDeclaration")),
  ...below("cost.idle", propertiesOf("IdleDeclaration")),
  ...below("network", propertiesOf("NetworkDeclaration", "flowLogs")),
  ...below("network.flowLogs", propertiesOf("FlowLogsDeclaration")),
  ...below("publishes.*", propertiesOf("PublishedEventDeclaration")),
  "outbox",
  ...below("outbox", propertiesOf("OutboxDeclaration")),
  ...below("subscribes.*", propertiesOf("SubscriptionDeclaration")),
  ...below("schedules.*", propertiesOf("ScheduleDeclaration")),
  ...below("eventBus", propertiesOf("EventBusDeclaration")),
  ...below("secrets.*", propertiesOf("SecretDeclaration")),
  ...below("models.*", propertiesOf("ModelDeclaration")),
  ...below("models.*.across", propertiesOf("ModelAcrossDeclaration")),
  ...below("models.*.guardrail", propertiesOf("GuardrailDeclaration")),
  ...below("secrets.*.generate", propertiesOf("GeneratedValueDeclaration")),
  ...below("secrets.*.rotate", propertiesOf("RotationDeclaration")),
  ...below("signIn", propertiesOf("SignInDeclaration", "clients")),
  ...below("signIn.clients.*", propertiesOf("SignInClientDeclaration")),
];

test("the declaration has fields to be told of", () => {
  expect(fields.length).toBeGreaterThan(20);
});

test.each(fields)("docs/clouds.md says what %s becomes on each cloud", (field) => {
  const row = page.split("\n").find((line) => line.startsWith(`| \`${field}\` |`));
  expect(row?.split("|").filter((part) => part.trim() !== "")).toHaveLength(3);
});

test("docs/clouds.md names every role that is granted, and no other", () => {
  const granted = cell.map(({ attributes }) => attributes.role).filter(Boolean);
  const told = [...page.matchAll(/\| `(roles\/[\w.]+)` \|/g)].map(([, role]) => role);
  expect([...new Set(told)].sort()).toEqual([...new Set(granted)].sort());
});

test("docs/clouds.md names the outputs", () => {
  const outputs = Object.keys(stacksOf(environmentOf())["dev-gcp-c01"]!.output!);
  for (const output of outputs.filter((name) => name !== "plinth_stack")) {
    expect(page).toContain(`\`${output}\``);
  }
});
