import type { Construct } from "constructs";
import type { Address } from "../../../model/workloads/delivery/settled";
import { Certificate } from "../dns/certificate";
import { CLOUDFRONT_ZONE } from "../dns/dns_record";
import { hostRecord } from "../dns/hosts";
import type { DnsZone } from "../dns/zone";
import type { Distribution, DistributionAddress } from "./distribution";

export interface EdgeAddressProps {
  /** The certificate's tag `Name`. */
  readonly name: string;
  /** Settled; undefined: the distribution answers at CloudFront's own. */
  readonly address: Address | undefined;
  /** The environment's; undefined: there is none. */
  readonly zone: DnsZone | undefined;
}

/**
 * Where a distribution answers, by the certificate that is given or else by one that is made.
 *
 * @throws when it would have to be made, and there is no zone to prove it in
 */
export function provedAddress(
  scope: Construct,
  { name, address, zone }: EdgeAddressProps,
): DistributionAddress | undefined {
  if (address === undefined) return undefined;
  const { host, certificate } = address;
  if (certificate !== undefined) return { host, certificate };
  if (zone === undefined) {
    throw new Error(
      `${scope.node.path}: expected the zone of ${host}, in which its certificate is proved, got none; give a zone or a certificate`,
    );
  }
  const made = new Certificate(scope, "certificate", { name, zone, hosts: [host] });
  return { host, certificate: made.arn };
}

/** Leads the address to the distribution, where it lies in the zone. */
export function leadTo(
  scope: Construct,
  { distribution }: Distribution,
  { address, zone }: EdgeAddressProps,
): void {
  if (address === undefined || zone === undefined || !address.inZone) return;
  const target = { dnsName: distribution.domainName, zoneId: CLOUDFRONT_ZONE };
  hostRecord(scope, { zone, host: address.host, target });
}
