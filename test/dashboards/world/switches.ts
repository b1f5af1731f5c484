import { isCopy } from "./copies";
import type { Resource, World } from "./world";

/** What emits only when another resource asks for it: that one's type, and the argument that says of which. */
export const SWITCHES: Readonly<Record<string, { type: string; of: keyof Resource }>> = {
  aws_cloudfront_distribution: {
    type: "aws_cloudfront_monitoring_subscription",
    of: "distribution_id",
  },
  aws_s3_bucket: { type: "aws_s3_bucket_metric", of: "bucket" },
};

/** Whether the rule of a replication asks for its metrics. */
const isCounted = ({ rule = [] }: Resource): boolean =>
  rule.every(({ destination }) => destination?.metrics?.status === "Enabled");

/** Resources of which nothing says that they shall emit. */
export const unasked = ({ resources }: World): string[] => [
  ...Object.entries(SWITCHES).flatMap(([emitter, { type, of }]) =>
    Object.entries(resources[emitter] ?? {}).flatMap(([id, resource]) =>
      isCopy(resource) ||
      Object.values(resources[type] ?? {}).some((one) =>
        String(one[of]).startsWith(`\${${emitter}.${id}.`),
      )
        ? []
        : [id],
    ),
  ),
  ...Object.entries(resources["aws_s3_bucket_replication_configuration"] ?? {}).flatMap(
    ([id, resource]) => (isCounted(resource) ? [] : [id]),
  ),
  ...Object.entries(resources["aws_wafv2_web_acl"] ?? {}).flatMap(([id, { visibility_config }]) =>
    visibility_config?.cloudwatch_metrics_enabled === true ? [] : [id],
  ),
];
