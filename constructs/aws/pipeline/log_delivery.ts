import { logGroupArn, partition, type Location } from "../arn";
import type { Statement } from "../policy";

/** Firewalls take groups of a prefix of their own. */
const PREFIXES = ["/aws/vendedlogs/*", "aws-waf-logs-*"];

/** Lets AWS write what it logs itself, of this account alone, to the groups under its prefixes. @param prefixes - with `*` */
export const logDelivery = (
  location: Location,
  prefixes: readonly string[] = PREFIXES,
): Statement => ({
  sid: "DeliverLogs",
  principals: { Service: "delivery.logs.amazonaws.com" },
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: prefixes.map((prefix) => `${logGroupArn(location, prefix)}:log-stream:*`),
  conditions: {
    StringEquals: { "aws:SourceAccount": location.account },
    ArnLike: {
      "aws:SourceArn": `arn:${partition(location.region)}:logs:${location.region}:${location.account}:*`,
    },
  },
});
