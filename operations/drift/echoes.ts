import { CELL_ECHOES } from "./cell_echoes";
import { list, type Echo } from "./echo";
import { NETWORK_ECHOES } from "./network_echoes";
import type { Plan, ResourceChange, Values } from "./plan";
import { REPLICATION_ECHO } from "./replication_echo";
import { SHIFT_ECHOES } from "./shift_echoes";
import { equal, jsonIn, loosely, normalised, unwrapped } from "./values";

const only = (attribute: string) => (setters: readonly Values[]) => setters[0]?.[attribute];
const onlyJson = (attribute: string) => (setters: readonly Values[]) =>
  jsonIn(setters[0]?.[attribute]);

/** IAM means the same by `"Action": "a"` and `"Action": ["a"]`, and services give back either. */
const asPolicy = (value: unknown) => normalised(unwrapped(value));

/** An owner's attribute that a setter's attribute of the same name holds as JSON in a text. */
const policy = (setter: string, names: string, owner: readonly string[], attribute = "policy") => ({
  ...{ attribute, setter, names, owner },
  expected: onlyJson(attribute),
  actual: jsonIn,
  compared: asPolicy,
});

const bucket = (attribute: string, setter: string) => ({
  ...{ attribute, setter, names: "bucket", owner: ["id", "bucket"] },
});

const first = (value: unknown): Values => list(value)[0] ?? {};

const inlinePolicies = (value: unknown) =>
  list(value).map(({ name, policy: text }) => ({ name, policy: jsonIn(text) }));

/** The two rule types of `aws_s3_bucket_lifecycle_configuration` and of the bucket itself. */
function lifecycleRule(rule: Values): Values {
  const filter = first(rule["filter"]);
  const both = first(filter["and"]);
  const abort = first(rule["abort_incomplete_multipart_upload"]);
  const old = (of: unknown) =>
    list(of).map(({ noncurrent_days: days, storage_class }) => ({ days, storage_class }));
  return {
    id: rule["id"],
    enabled: rule["status"] === "Enabled",
    prefix: filter["prefix"] || both["prefix"] || rule["prefix"],
    tags: both["tags"],
    abort_incomplete_multipart_upload_days: abort["days_after_initiation"],
    expiration: rule["expiration"],
    transition: rule["transition"],
    noncurrent_version_expiration: old(rule["noncurrent_version_expiration"]),
    noncurrent_version_transition: old(rule["noncurrent_version_transition"]),
  };
}

const versioning = (setters: readonly Values[]) => {
  const { status, mfa_delete } = first(setters[0]?.["versioning_configuration"]);
  return [{ enabled: status === "Enabled", mfa_delete: mfa_delete === "Enabled" }];
};

const queue = (attribute: string, setter: string) =>
  policy(setter, "queue_url", ["id", "url"], attribute);

/** By the type of the owner. Only attributes seen to echo; any other change is drift. */
const ECHOES: Readonly<Record<string, readonly Echo[]>> = {
  aws_sqs_queue: [
    queue("policy", "aws_sqs_queue_policy"),
    queue("redrive_policy", "aws_sqs_queue_redrive_policy"),
    queue("redrive_allow_policy", "aws_sqs_queue_redrive_allow_policy"),
  ],
  aws_iam_role: [
    {
      ...{ attribute: "inline_policy", setter: "aws_iam_role_policy" },
      ...{ names: "role", owner: ["name", "id"] },
      expected: inlinePolicies,
      actual: inlinePolicies,
      compared: asPolicy,
    },
    {
      ...{ attribute: "managed_policy_arns", setter: "aws_iam_role_policy_attachment" },
      ...{ names: "role", owner: ["name", "id"] },
      expected: (setters) => setters.map((setter) => setter["policy_arn"]),
    },
  ],
  aws_sns_topic: [policy("aws_sns_topic_policy", "arn", ["arn", "id"])],
  aws_kms_key: [policy("aws_kms_key_policy", "key_id", ["id", "key_id", "arn"])],
  aws_secretsmanager_secret: [policy("aws_secretsmanager_secret_policy", "secret_arn", ["id"])],
  ...CELL_ECHOES,
  ...NETWORK_ECHOES,
  ...SHIFT_ECHOES,
  aws_s3_bucket: [
    policy("aws_s3_bucket_policy", "bucket", ["id", "bucket"]),
    { ...bucket("versioning", "aws_s3_bucket_versioning"), expected: versioning },
    {
      ...bucket(
        "server_side_encryption_configuration",
        "aws_s3_bucket_server_side_encryption_configuration",
      ),
      expected: (setters) => [{ rule: setters[0]?.["rule"] }],
    },
    {
      ...bucket("lifecycle_rule", "aws_s3_bucket_lifecycle_configuration"),
      expected: (setters) => list(setters[0]?.["rule"]).map(lifecycleRule),
    },
    REPLICATION_ECHO,
    {
      ...bucket("logging", "aws_s3_bucket_logging"),
      expected: (setters) =>
        setters.map(({ target_bucket, target_prefix }) => ({ target_bucket, target_prefix })),
    },
    {
      ...bucket("acceleration_status", "aws_s3_bucket_accelerate_configuration"),
      expected: only("status"),
    },
  ],
};

/** Finds the echoes of one plan; asked for each attribute of a resource that drifted. */
export function echoFinder(plan: Plan) {
  const managed = plan.resource_changes.filter(({ mode }) => mode === "managed");
  return (drift: ResourceChange, attribute: string): boolean => {
    const echo = ECHOES[drift.type]?.find((each) => each.attribute === attribute);
    const owner = drift.change.after;
    if (echo === undefined || !owner) return false;
    const setters = settersOf(echo, owner, managed);
    return setters.length > 0 && isEcho(echo, owner[attribute], setters);
  };
}

const settersOf = (echo: Echo, owner: Values, candidates: readonly ResourceChange[]) =>
  candidates.filter(({ type, change }) => {
    if (type !== echo.setter) return false;
    const named = namedBy(echo, change.before ?? change.after ?? {});
    return echo.owner.some((attribute) => named.includes(owner[attribute]));
  });

function namedBy({ names }: Echo, setter: Values): readonly unknown[] {
  const named = typeof names === "string" ? [setter[names]] : names(setter);
  return named.filter((name) => name !== undefined);
}

/**
 * Equal to what the setters will hold; or to what they hold now, because then the difference is
 * theirs, and is found with them: an overwritten policy is drift of the policy, not also of its queue.
 */
function isEcho(echo: Echo, value: unknown, setters: readonly ResourceChange[]): boolean {
  const compared = echo.compared ?? loosely;
  const actual = compared(echo.actual?.(value) ?? value);
  return (["after", "before"] as const).some((side) => {
    const held = setters.map(({ change }) => change[side]).filter((values) => !!values);
    return equal(actual, compared(echo.expected(held)));
  });
}
