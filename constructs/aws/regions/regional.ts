import { Construct } from "constructs";
import type { RegionalService } from "../../../model/regions/regions";
import { serviceHost } from "../arn";
import type { HttpApi } from "../http/http_api";
import type { WorkQueue } from "../work_queue";
import { ApiAddress } from "./api_address";
import { RegionHealth, type RegionAlarm } from "./region_health";
import { isJudged, regionRecord, type RegionPlace } from "./region_record";
import type { Endpoint } from "../dns/health_check";
import type { RecordTarget } from "../dns/dns_record";

/** One of the two regions of a service. */
export interface RegionOfService extends RegionPlace {
  readonly settled: RegionalService;
  /** The id of the check by which people leave the region; undefined where it is not judged. */
  readonly switchId: string | undefined;
}

export interface RegionalProps extends RegionOfService {
  /** What the region's alarm and checks are called. */
  readonly name: string;
}

/** How long the name of a queue is kept elsewhere: that of an alias, too. */
const TTL_SECONDS = 60;

/** An API that answers in two regions at one name, as one of them has it. */
export class RegionalApi extends Construct {
  readonly address: ApiAddress;

  constructor(scope: Construct, id: string, props: RegionalProps & { readonly api: HttpApi }) {
    super(scope, id);
    const { name, zone, api, settled } = props;
    const { host, health } = settled;
    this.address = new ApiAddress(this, "address", { name, host, zone, api });
    const check = healthOf(this, props, {
      endpoint: {
        host: api.host,
        ...(health === undefined ? CONNECTED : { path: health }),
      },
      alarm: errorsOf(api),
    });
    regionRecord(this, { ...props, host, target: this.address.target, healthCheckId: check?.id });
  }
}

/** A queue of which each of two regions has one: a text record says the address of the one to send to. */
export class RegionalQueue extends Construct {
  constructor(scope: Construct, id: string, props: RegionalProps & { readonly queue: WorkQueue }) {
    super(scope, id);
    const { region, queue, settled } = props;
    const check = healthOf(this, props, {
      endpoint: { host: serviceHost("sqs", region), ...CONNECTED },
      alarm: lateIn(queue, settled.lateSeconds ?? 0),
    });
    const target: RecordTarget = {
      ...{ kind: "values", type: "TXT", values: [queue.queue.url] },
      ttlSeconds: TTL_SECONDS,
    };
    regionRecord(this, { ...props, host: settled.host, target, healthCheckId: check?.id });
  }
}

/** Whether anything listens, of what answers nobody without a token. */
const CONNECTED = { protocol: "tcp", port: 443 } as const;

function healthOf(
  scope: Construct,
  props: RegionalProps,
  of: { readonly endpoint: Omit<Endpoint, "kind">; readonly alarm: RegionAlarm },
): RegionHealth | undefined {
  const { name, region, switchId } = props;
  if (!isJudged(props) || switchId === undefined) return undefined;
  return new RegionHealth(scope, "health", { name, region, switchId, ...of });
}

/** More than half of the requests. A region that nobody asks any more counts none, and is tried again. */
const errorsOf = (api: HttpApi): RegionAlarm => ({
  description: "More than half of the requests fail: they go to the other region meanwhile.",
  ...{ namespace: "AWS/ApiGateway", metric: "5xx", statistic: "Average" },
  dimensions: { ApiId: api.api.id },
  ...{ threshold: 0.5, unknown: "healthy" },
});

/** Of a queue that is polled, which all are, CloudWatch always knows. */
const lateIn = (queue: WorkQueue, seconds: number): RegionAlarm => ({
  description: `An event waits for more than ${seconds} seconds: producers send to the other region meanwhile.`,
  namespace: "AWS/SQS",
  ...{ metric: "ApproximateAgeOfOldestMessage", statistic: "Maximum" },
  dimensions: { QueueName: queue.queue.name },
  ...{ threshold: seconds, unknown: "lastKnown" },
});
