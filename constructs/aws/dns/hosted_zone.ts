import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { TerraformOutput } from "../../tf";
import type { DnsZone } from "./zone";

export interface HostedZoneProps {
  /** Its domain, such as `example.com`. */
  readonly domain: string;

  /** What it is for, in a sentence of at most 256 characters. */
  readonly description: string;

  /**
   * Who may make certificates for its names, as CAA records say it; `[]` leaves it open to everyone.
   *
   * @default ["amazon.com"] - ACM alone
   * @see https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
   */
  readonly issuers?: readonly string[];

  /**
   * Let Terraform refuse to destroy the zone: another of the same domain gets other name servers, which its parent does not know.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

const ISSUERS_TTL_SECONDS = 3_600;

const LONGEST_DESCRIPTION = 256;

/** A public zone of Route 53. Nobody finds what is in it until its registrar, or the zone above, names its name servers. */
export class HostedZone extends Construct implements DnsZone {
  readonly name: string;
  readonly zone: Route53Zone;

  constructor(scope: Construct, id: string, props: HostedZoneProps) {
    super(scope, id);
    const { domain, description, issuers = ["amazon.com"], preventDestroy = false } = props;
    refuse(this, [
      description.length > LONGEST_DESCRIPTION &&
        `expected a description of at most ${LONGEST_DESCRIPTION} characters, got ${description.length}`,
    ]);
    this.name = domain;
    this.zone = new Route53Zone(this, MAIN, {
      name: domain,
      comment: description,
      ...(preventDestroy ? { lifecycle: { preventDestroy: true } } : {}),
    });
    if (issuers.length > 0) this.bindIssuers(issuers);
    new TerraformOutput(this, "name-servers", {
      value: this.zone.nameServers,
      description: `The name servers that the registrar of ${domain}, or the zone above it, has to name.`,
    });
  }

  /** Known after the first apply only. */
  get id(): string {
    return this.zone.zoneId;
  }

  /** Of single names and of wildcards alike, as nothing else is said of wildcards. */
  private bindIssuers(issuers: readonly string[]): void {
    new Route53Record(this, "issuers", {
      ...{ zoneId: this.zone.zoneId, name: this.name, type: "CAA" },
      ttl: ISSUERS_TTL_SECONDS,
      records: issuers.map((issuer) => `0 issue "${issuer}"`),
    });
  }
}
