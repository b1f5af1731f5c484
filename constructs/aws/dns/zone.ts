import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { DNS_CONTRACT, type DnsContract } from "../../../model/dns/contract";
import type { Dns } from "../../../model/dns/dns";
import type { awsDnsNames } from "../../../model/names";
import { Fn } from "../../tf";
import type { Location } from "../arn";
import { providerOf } from "../region_provider";

/** A zone as those know it who make records in it: a {@link HostedZone}, that of an environment, or any other by its id. */
export interface DnsZone {
  /** Its domain, such as `example.com`. */
  readonly name: string;
  /** In Route 53. */
  readonly id: string;
}

/** Publishes the id of a zone. It is no secret: a plan shows it, and the parameter is a plain one. */
export function publishZone(scope: Construct, zone: DnsZone, parameter: string): void {
  const contract: DnsContract = { schema: DNS_CONTRACT, zone: zone.name, id: zone.id };
  new SsmParameter(scope, "contract", {
    name: parameter,
    description: `The zone ${zone.name}, for the stacks that are applied after it.`,
    type: "String",
    insecureValue: JSON.stringify(contract),
  });
}

export interface ZoneOfEnvironmentProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsDnsNames>;

  /** Settled: its domain, and its id where it is known. */
  readonly dns: Dns;

  /**
   * Where the network's stack is, which publishes the id.
   *
   * @default - where the stack is
   */
  readonly location?: Location;
}

/** The environment's zone as another stack knows it. The id of one that Plinth made is read when that stack is planned, so the network's is applied first. */
export class ZoneOfEnvironment extends Construct implements DnsZone {
  readonly name: string;
  readonly id: string;

  constructor(scope: Construct, id: string, { names, dns, location }: ZoneOfEnvironmentProps) {
    super(scope, id);
    this.name = dns.zone;
    this.id = dns.id ?? this.published(names.contract, location);
  }

  private published(name: string, location: Location | undefined): string {
    const parameter = new DataAwsSsmParameter(this, "contract", {
      ...{ name, ...(location && providerOf(this, location)) },
    });
    return Fn.lookupNested(Fn.jsondecode(parameter.insecureValue), ["id"]) as string;
  }
}
