import type { Construct } from "constructs";
import type { Location } from "../arn";
import { Certificate } from "./certificate";
import { DnsRecord, type AliasTarget } from "./dns_record";
import type { DnsZone } from "./zone";

export interface CellCertificateProps {
  /** Its tag `Name`. */
  readonly name: string;
  readonly zone: DnsZone;
  /** Of everything that is behind the balancer. */
  readonly hosts: readonly string[];
  /** Where the balancer is; left out, where the stack is. */
  readonly location?: Location;
}

/** The certificate of a cell's shared balancer, for the hosts of all services behind it; in an order of its own, so that the order of services changes nothing. */
export const cellCertificate = (scope: Construct, props: CellCertificateProps): Certificate =>
  new Certificate(scope, "certificate", { ...props, hosts: props.hosts.toSorted() });

export interface HostRecordProps {
  readonly zone: DnsZone;
  /** The whole name, such as `api.example.com`. */
  readonly host: string;
  /** What answers there. */
  readonly target: Omit<AliasTarget, "kind">;
}

/** The records of a host, A and AAAA, which lead to what answers for it. */
export const hostRecord = (scope: Construct, { zone, host, target }: HostRecordProps): DnsRecord =>
  new DnsRecord(scope, "address", { zone, name: host, target: { kind: "alias", ...target } });
