import { EDGE_REGION } from "../../../model/names";
import { logGroupArn, partition, type Location } from "../arn";
import type { Statement } from "../policy";

/** CloudFront's firewall takes groups of a prefix of its own, in its region. */
const FIREWALL_LOGS = "aws-waf-logs-*";

const prefixes = (region: string): readonly string[] =>
  region === EDGE_REGION ? ["/aws/vendedlogs/*", FIREWALL_LOGS] : ["/aws/vendedlogs/*"];

/** Lets AWS write what it logs itself, of this account alone, to the groups under its prefixes. */
export const logDelivery = (location: Location): Statement => ({
  sid: "DeliverLogs",
  principals: { Service: "delivery.logs.amazonaws.com" },
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: prefixes(location.region).map(
    (prefix) => `${logGroupArn(location, prefix)}:log-stream:*`,
  ),
  conditions: {
    StringEquals: { "aws:SourceAccount": location.account },
    ArnLike: {
      "aws:SourceArn": `arn:${partition(location.region)}:logs:${location.region}:${location.account}:*`,
    },
  },
});
