import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Dns } from "../../model/dns/dns";
import { awsDnsNames, awsNetworkNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { awsSignInNames } from "../../model/sign_in/names";
import type { SignIn as SettledSignIn } from "../../model/sign_in/sign_in";
import { HostedZone } from "../aws/dns/hosted_zone";
import { publishZone, type DnsZone } from "../aws/dns/zone";
import { SignIn } from "../aws/identity/sign_in";
import { sharedTags, tagAll } from "../tags";
import { makeNetwork } from "./aws_cell_network_stack";
import { AwsStack } from "./aws_stack";

export interface AwsNetworkStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
}

/** The network of an environment, which is that of its first cell, the zone that it makes and its users, which outlive what runs in the first, is found in the second and is used by the third. */
export class AwsNetworkStack extends AwsStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsNetworkStackProps,
  ) {
    super(scope, id, props);
    const { environment, declaration } = props;
    const { network, dns, signIn } = environment;
    if (network !== undefined)
      makeNetwork(this, { names: awsNetworkNames(environment.name), plan: network, declaration });
    const zone = dns && this.zoneOf(dns);
    if (signIn !== undefined) this.makeSignIn(signIn, zone);
    tagAll(this, sharedTags(props.environment));
  }

  private zoneOf(dns: Dns): DnsZone {
    return dns.id === undefined ? this.makeZone(dns) : { name: dns.zone, id: dns.id };
  }

  private makeZone({ zone: domain }: Dns): DnsZone {
    const { name } = this.props.environment;
    const zone = new HostedZone(this, "dns", {
      domain,
      description: `The hosts of ${name}.`,
      preventDestroy: this.production,
    });
    publishZone(zone, zone, awsDnsNames(name).contract);
    return zone;
  }

  private makeSignIn(signIn: SettledSignIn, zone: DnsZone | undefined): void {
    const { environment, declaration } = this.props;
    new SignIn(this, "sign-in", {
      ...{ names: awsSignInNames(environment.name), signIn, zone },
      location: declaration,
      preventDestroy: signIn.deletionProtection,
    });
  }

  private get production(): boolean {
    return this.props.declaration.stage === "production";
  }
}
