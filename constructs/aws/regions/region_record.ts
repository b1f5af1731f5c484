import type { Construct } from "constructs";
import type { RegionsMode } from "../../../model/regions/declaration";
import { DnsRecord, type RecordTarget } from "../dns/dns_record";
import type { Routing } from "../dns/routing";
import type { DnsZone } from "../dns/zone";

/** A region of a service, as its records know it. */
export interface RegionPlace {
  readonly zone: DnsZone;
  /** Whether both regions answer, or one until it fails. */
  readonly mode: RegionsMode;
  /** The region that the record leads to. */
  readonly region: string;
  /** Whether it is the environment's own. */
  readonly isFirst: boolean;
}

/** Where nothing is left to lead to, there is nothing to ask after: the second of two, of which the first is used while it can be. */
export const isJudged = ({ mode, isFirst }: Pick<RegionPlace, "mode" | "isFirst">): boolean =>
  isFirst || mode === "activeActive";

export interface RegionRecordProps extends RegionPlace {
  /** The whole name that leads to the region in use. */
  readonly host: string;
  /** What it leads to in this region. */
  readonly target: RecordTarget;
  /** The id of the region's check, where it is judged. */
  readonly healthCheckId: string | undefined;
}

/** The part of one region in the records of a name: the other stack has the other. */
export const regionRecord = (scope: Construct, props: RegionRecordProps): DnsRecord => {
  const { zone, host, target, healthCheckId } = props;
  return new DnsRecord(scope, "record", {
    ...{ zone, name: host, target, routing: routingOf(props) },
    ...(healthCheckId === undefined ? {} : { healthCheckId }),
  });
};

function routingOf({ mode, region, isFirst }: RegionPlace): Routing {
  if (mode === "activeActive") return { policy: "latency", set: region, region };
  return { policy: "failover", set: region, role: isFirst ? "primary" : "secondary" };
}
