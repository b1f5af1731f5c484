import { partition } from "../../../constructs/aws/arn";
import type { EventCarrier } from "../../../model/events/declaration";
import { awsEventBusNames } from "../../../model/events/names";
import { awsNames } from "../../../model/names";
import type { Service } from "../../../model/service";
import type { Environment } from "../../../model/settle";

/** The service of AWS that takes the events, which is AsyncAPI's server, and how it is asked. */
const ASKED = {
  bus: { protocol: "eventbridge", endpoint: "events" },
  topic: { protocol: "sns", endpoint: "sns" },
  orderedTopic: { protocol: "sns", endpoint: "sns" },
} as const;

/** Said of a publisher in two regions, whose document names what is in the first (docs/regions.md). */
const OF_ITS_REGION =
  "; of the first of two regions: what is published in the second is heard there alone";

export function serverOf(
  via: EventCarrier,
  { account, region: placed }: Service,
  { name, declaration: { region } }: Environment,
) {
  const { protocol, endpoint } = ASKED[via];
  const suffix = partition(region) === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return {
    host: `${endpoint}.${region}.${suffix}`,
    protocol,
    description: `${name}, account ${account}${placed === undefined ? "" : OF_ITS_REGION}`,
  };
}

/** The bus of the cell, or a topic of the service. */
export function channelOf(via: EventCarrier, service: Service) {
  if (via === "bus")
    return {
      address: awsEventBusNames(service.environment, service.cell).bus,
      description:
        "The event bus of the cell. Events come in any order, and more than once where EventBridge or the publisher repeats itself.",
    };
  const address = awsNames(service).events[via];
  return via === "topic"
    ? {
        address,
        description: "A topic. Events come in any order, and may come more than once.",
        bindings: { sns: { name: address } },
      }
    : {
        address,
        description:
          "An ordered topic. Events of one group come in the order in which they happened.",
        bindings: { sns: { name: address, ordering: { type: "FIFO" } } },
      };
}
