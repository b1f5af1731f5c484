import { logGroupArn, partition, type Location } from "../arn";
import type { Statement } from "../policy";

/** Lets AWS write what it logs itself, of this account alone, to the groups under its prefix. */
export const logDelivery = (location: Location): Statement => ({
  sid: "DeliverLogs",
  principals: { Service: "delivery.logs.amazonaws.com" },
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [`${logGroupArn(location, "/aws/vendedlogs/*")}:log-stream:*`],
  conditions: {
    StringEquals: { "aws:SourceAccount": location.account },
    ArnLike: {
      "aws:SourceArn": `arn:${partition(location.region)}:logs:${location.region}:${location.account}:*`,
    },
  },
});
