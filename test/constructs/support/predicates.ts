import type { Attributes, TerraformJson } from "../../../constructs/terraform_json";
import { statements } from "./synth";

/** What must hold of every stack. Each returns the addresses of which it does not; empty is good. */
export type Predicate = (json: TerraformJson) => string[];

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly arguments: Attributes;
}

function resourcesOf(json: TerraformJson, ...types: string[]): Resource[] {
  return Object.entries(json.resource ?? {})
    .filter(([type]) => types.length === 0 || types.includes(type))
    .flatMap(([type, byName]) =>
      Object.entries(byName).map(([name, value]) => ({
        address: `${type}.${name}`,
        type,
        arguments: value,
      })),
    );
}

const failing = (resources: Resource[], holds: (one: Resource) => boolean): string[] =>
  resources.filter((one) => !holds(one)).map((one) => one.address);

const refersTo = (value: unknown, address: string): boolean =>
  JSON.stringify(value ?? null).includes(`\${${address}.`);

const POLICY_OF: Readonly<Record<string, string>> = {
  aws_sqs_queue: "aws_sqs_queue_policy",
  aws_s3_bucket: "aws_s3_bucket_policy",
};

function denies(policy: unknown): boolean {
  return statements(policy).some(
    ({ Effect, Principal, Condition }) =>
      Effect === "Deny" &&
      Principal === "*" &&
      JSON.stringify(Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
  );
}

export const tlsOnly: Predicate = (json) =>
  failing(resourcesOf(json, ...Object.keys(POLICY_OF)), ({ address, type }) =>
    resourcesOf(json, POLICY_OF[type] ?? "").some(
      (policy) => refersTo(policy.arguments, address) && denies(policy.arguments.policy),
    ),
  );

function keyOf(
  { type, arguments: given }: Resource,
  json: TerraformJson,
  address: string,
): unknown {
  if (type === "aws_sqs_queue") return given.kms_master_key_id;
  if (type === "aws_cloudwatch_log_group") return given.kms_key_id;
  if (type === "aws_dynamodb_table") {
    return (given.server_side_encryption as Attributes | undefined)?.kms_key_arn;
  }
  return resourcesOf(json, "aws_s3_bucket_server_side_encryption_configuration").find((one) =>
    refersTo(one.arguments.bucket, address),
  );
}

export const encrypted: Predicate = (json) =>
  failing(
    resourcesOf(
      json,
      "aws_sqs_queue",
      "aws_cloudwatch_log_group",
      "aws_dynamodb_table",
      "aws_s3_bucket",
    ),
    (one) => keyOf(one, json, one.address) !== undefined,
  );

/** The only document that may allow everything is a key's, to its own account. */
const isAccountRoot = ({ Sid, Principal }: Attributes): boolean =>
  Sid === "AccountRoot" && /^arn:aws:iam::\d{12}:root$/.test((Principal as { AWS: string }).AWS);

/** The policy of an endpoint bounds what may pass to the account's own; that of a repository says which images go. */
const GIVES_NOTHING = ["aws_vpc_endpoint", "aws_ecr_lifecycle_policy"];

export const noWildcardAction: Predicate = (json) =>
  failing(
    resourcesOf(json).filter(
      ({ type, arguments: { policy } }) =>
        typeof policy === "string" && !GIVES_NOTHING.includes(type),
    ),
    (one) =>
      statements(one.arguments.policy).every(
        (statement) =>
          statement.Effect === "Deny" ||
          isAccountRoot(statement) ||
          ![statement.Action].flat().some((action) => String(action).includes("*")),
      ),
  );

export const deadLetters: Predicate = (json) => {
  const queues = resourcesOf(json, "aws_sqs_queue");
  return failing(
    queues,
    ({ address, arguments: given }) =>
      given.redrive_policy !== undefined ||
      queues.some((source) => refersTo(source.arguments.redrive_policy, address)),
  );
};

export const logRetention: Predicate = (json) =>
  failing(
    resourcesOf(json, "aws_cloudwatch_log_group"),
    (one) => Number(one.arguments.retention_in_days) > 0,
  );

/** Types of these stacks that carry no tags. */
const UNTAGGABLE =
  /^aws_(acm_certificate_validation|backup_(selection|vault_lock_configuration)|apigatewayv2_(authorizer|integration|route)|appautoscaling_policy|cloudfront_(cache_policy|monitoring_subscription|origin_access_control|response_headers_policy)|cloudwatch_log_metric_filter|ecr_lifecycle_policy|ecs_cluster_capacity_providers|kms_alias|iam_role_policy|sns_topic_policy|lambda_(alias|permission|provisioned_concurrency_config)|sqs_queue_policy|s3_bucket_[a-z_]+|network_acl_rule|route|route_table_association|route53_record|wafv2_web_acl_(association|logging_configuration))$/;

export const tagged: Predicate = (json) =>
  failing(
    resourcesOf(json).filter((one) => one.type.startsWith("aws_") && !UNTAGGABLE.test(one.type)),
    (one) =>
      ["cost-center", "environment", "owner", "service"].every(
        (tag) => (one.arguments.tags as Attributes | undefined)?.[tag] !== undefined,
      ),
  );

export const predicates: Readonly<Record<string, Predicate>> = {
  "queues and buckets refuse what is not TLS": tlsOnly,
  "queues, tables, buckets and log groups are encrypted": encrypted,
  "no statement allows a wildcard action": noWildcardAction,
  "every queue has a dead-letter queue or is one": deadLetters,
  "every log group has a retention": logRetention,
  "everything that can carry the four tags does": tagged,
};
