import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** AWS makes up a gateway's id: the tag `Name`, which YACE puts on each series, is ours. */
const onNat = cloudWatch({
  namespace: "AWS/NATGateway",
  dimensions: ["NatGatewayId"],
  label: "tag_Name",
  resource: "natGateway",
  shared: true,
  emittedBy: "the gateway, each minute",
});

/** What CloudWatch knows of the way from private subnets to the internet. */
export const natSignals = {
  natBytesOut: onNat({
    ...count,
    unit: "bytes",
    metric: "BytesOutToDestination",
    description: "Bytes that left through the gateway.",
  }),
} satisfies Record<string, CloudWatchSignal>;
