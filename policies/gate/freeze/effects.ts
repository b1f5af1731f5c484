import type { Effect } from "./freeze";
import { asArray, asObject, asString, canonical, own } from "../json";
import { leaves } from "../input/unknowns";
import type { Json, JsonObject } from "../types";

/** One entry of `resource_changes`, as far as the freeze asks. */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly effect: Effect;
  /** It was not there before. */
  readonly isNew: boolean;
  /** Services that its tags name, before and after. */
  readonly tagged: readonly string[];
}

/** Only watch; nothing that serves users depends on them. Taking one away is no cure: that is a change. */
const WATCHING = new Set([
  "aws_cloudwatch_dashboard",
  "aws_cloudwatch_query_definition",
  "aws_prometheus_alert_manager_definition",
  "aws_prometheus_rule_group_namespace",
  "google_monitoring_alert_policy",
  "google_monitoring_custom_service",
  "google_monitoring_dashboard",
  "google_monitoring_notification_channel",
  "google_monitoring_slo",
  "grafana_contact_point",
  "grafana_dashboard",
  "grafana_folder",
  "grafana_message_template",
  "grafana_notification_policy",
  "grafana_rule_group",
  "grafana_slo",
]);

/** An alarm may scale or restart things: it only watches where all it does is to tell a topic. */
const ALARMS = new Set(["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"]);
const ALARM_ACTIONS = ["alarm_actions", "ok_actions", "insufficient_data_actions"];
const TOPIC = /^arn:aws[a-z-]*:sns:/;

/** AWS sets tags by a call of their own, which restarts nothing. */
const AWS_TAGS = ["tags", "tags_all"];
const GOOGLE_LABELS = ["labels", "effective_labels", "terraform_labels"];

/** Google's types whose labels are changed without a new revision, a rebuild or a restart. */
const LABELLED = new Set([
  "google_artifact_registry_repository",
  "google_bigquery_dataset",
  "google_kms_crypto_key",
  "google_pubsub_subscription",
  "google_pubsub_topic",
  "google_secret_manager_secret",
  "google_storage_bucket",
]);

/** Undefined for what only reads. */
export function changeOf(entry: JsonObject): Change | undefined {
  if (entry["mode"] === "data") return undefined;
  const change = asObject(entry["change"]);
  const type = asString(entry["type"]) ?? "";
  return {
    address: asString(entry["address"]) ?? "",
    type,
    effect: effectOf(type, change),
    isNew: areAll(actionsOf(change), ["create"]),
    tagged: [...serviceTags(change, "before"), ...serviceTags(change, "after")],
  };
}

const actionsOf = (change: JsonObject): string[] =>
  asArray(change["actions"]).map((action) => asString(action) ?? "?");

const areAll = (actions: readonly string[], names: readonly string[]): boolean =>
  actions.length > 0 && actions.every((one) => names.includes(one));

/** What is not known to do nothing does something: an action that is new to us is the worst. */
function effectOf(type: string, change: JsonObject): Effect {
  const actions = actionsOf(change);
  const are = (...names: string[]) => areAll(actions, names);
  if (are("no-op", "read")) return "none";
  const isBuilt = are("create", "update", "delete") && !are("delete");
  if (isBuilt && onlyWatches(type, change)) return "harmless";
  if (are("update") && onlyTags(type, change)) return "harmless";
  return are("create") || are("update") ? "change" : "destructive";
}

function onlyWatches(type: string, change: JsonObject): boolean {
  if (!ALARMS.has(type)) return WATCHING.has(type);
  const sides = [asObject(change["before"]), asObject(change["after"])];
  const unknown = asObject(change["after_unknown"]);
  return ALARM_ACTIONS.every(
    (name) =>
      leaves(own(unknown, name)).length === 0 &&
      sides.flatMap((side) => asArray(own(side, name))).every(isTopic),
  );
}

const isTopic = (value: Json): boolean => TOPIC.test(asString(value) ?? "");

function onlyTags(type: string, change: JsonObject): boolean {
  const tags = type.startsWith("aws_") ? AWS_TAGS : LABELLED.has(type) ? GOOGLE_LABELS : [];
  const differing = differences(change);
  return differing.length > 0 && differing.every((name) => tags.includes(name));
}

/** Attributes that are not the same after, or of which nobody knows. */
function differences(change: JsonObject): string[] {
  const [before, after] = [asObject(change["before"]), asObject(change["after"])];
  const unknown = asObject(change["after_unknown"]);
  const names = new Set([before, after, unknown].flatMap((side) => Object.keys(side)));
  return [...names].filter(
    (name) =>
      leaves(own(unknown, name)).length > 0 ||
      canonical(own(before, name) ?? null) !== canonical(own(after, name) ?? null),
  );
}

/** Unless they are sensitive. */
function serviceTags(change: JsonObject, side: "before" | "after"): string[] {
  const [values, hidden] = [asObject(change[side]), change[`${side}_sensitive`]];
  if (hidden === true) return [];
  return [...AWS_TAGS, ...GOOGLE_LABELS].flatMap((name) => {
    const mask = own(asObject(hidden), name);
    const service = asString(own(asObject(own(values, name)), "service"));
    return service === undefined || leaves(mask).length > 0 ? [] : [service];
  });
}

/** Addresses that the plan found changed outside of Terraform. */
export function drifted(entries: Iterable<Json>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const entry of entries) {
    const { address, change } = asObject(entry);
    const actions = asArray(asObject(change)["actions"]);
    const isChanged = actions.some((action) => action !== "no-op" && action !== "read");
    if (isChanged) found.add(asString(address) ?? "");
  }
  return found;
}
