import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Dns } from "../../model/dns/dns";
import { awsDnsNames, awsNetworkNames } from "../../model/names";
import type { Network } from "../../model/network/network";
import type { Environment } from "../../model/settle";
import { HostedZone } from "../aws/dns/hosted_zone";
import { publishZone } from "../aws/dns/zone";
import { VpcNetwork } from "../aws/network/network";
import { sharedTags, tagAll } from "../tags";
import { AwsStack } from "./aws_stack";

export interface AwsNetworkStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
}

/** The network of an environment and the zone that it makes, which outlive what runs in the one and is found in the other. */
export class AwsNetworkStack extends AwsStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsNetworkStackProps,
  ) {
    super(scope, id, props);
    const { network, dns } = props.environment;
    if (network !== undefined) this.makeNetwork(network);
    if (dns !== undefined && dns.id === undefined) this.makeZone(dns);
    tagAll(this, sharedTags(props.environment));
  }

  private makeNetwork(plan: Network): void {
    const { environment, declaration } = this.props;
    const { production } = this;
    new VpcNetwork(this, "network", {
      names: awsNetworkNames(environment.name),
      plan,
      location: declaration,
      keyDeletionWindowDays: production ? 30 : 7,
      preventDestroy: production,
    });
  }

  private makeZone({ zone: domain }: Dns): void {
    const { name } = this.props.environment;
    const zone = new HostedZone(this, "dns", {
      domain,
      description: `The hosts of ${name}.`,
      preventDestroy: this.production,
    });
    publishZone(zone, zone, awsDnsNames(name).contract);
  }

  private get production(): boolean {
    return this.props.declaration.stage === "production";
  }
}
