import { CognitoUserPoolDomain as Domain } from "@cdktf/provider-aws/lib/cognito-user-pool-domain";
import { Construct } from "constructs";
import { EDGE_REGION } from "../../../model/names";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { Certificate } from "../dns/certificate";
import { hostRecord } from "../dns/hosts";
import type { DnsZone } from "../dns/zone";

export interface UserPoolDomainProps {
  /** The pool whose users sign in there. */
  readonly userPoolId: string;

  /** A prefix of AWS's host, which nobody else has in the region; or a host of a zone. */
  readonly at: { readonly prefix: string } | UserPoolHost;
}

/** A host of a zone, with a certificate of its own in us-east-1. */
export interface UserPoolHost {
  /** The whole name, such as `login.example.com`; the domain above it has to have an address (A). */
  readonly host: string;
  /** In which it is proved and found. */
  readonly zone: DnsZone;
  /** Account and region of the pool. */
  readonly location: Location;
  /** The certificate's tag `Name`. */
  readonly certificateName: string;
}

/** Amazon's pages of before 2024, the ones that need no branding to be made for each client. */
const CLASSIC_PAGES = 1;

/** Where the pages are on which users sign in. */
export class UserPoolDomain extends Construct {
  readonly domain: Domain;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: UserPoolDomainProps,
  ) {
    super(scope, id);
    const { at } = props;
    this.domain = "host" in at ? this.makeHost(at) : this.make({ domain: at.prefix });
  }

  private makeHost({ host, zone, location, certificateName: name }: UserPoolHost): Domain {
    const { account } = location;
    const certificate = new Certificate(this, "certificate", {
      ...{ name, zone, hosts: [host] },
      // CloudFront is in front of the pages.
      ...(location.region === EDGE_REGION ? {} : { location: { account, region: EDGE_REGION } }),
    });
    const made = this.make({ domain: host, certificateArn: certificate.arn });
    const target = {
      dnsName: made.cloudfrontDistribution,
      zoneId: made.cloudfrontDistributionZoneId,
    };
    hostRecord(this, { zone, host, target });
    return made;
  }

  private make(where: { readonly domain: string; readonly certificateArn?: string }): Domain {
    const { userPoolId } = this.props;
    return new Domain(this, MAIN, { ...where, userPoolId, managedLoginVersion: CLASSIC_PAGES });
  }
}
