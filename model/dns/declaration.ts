/**
 * The public zone in which the hosts of an environment are found. Where it is declared, certificates for them are made and proved by records in it,
 * and records lead to what answers (docs/dns.md).
 */
export interface DnsDeclaration {
  /** The domain of the zone, such as `example.com`; hosts are it or lie below it. */
  readonly zone: string;

  /**
   * The id of the zone in Route 53, such as `Z0123456789ABCDEFGHIJ`, where there is one already.
   *
   * @default - the network's stack makes the zone, and its domain's registrar or parent zone has to name its name servers
   */
  readonly id?: string;
}
