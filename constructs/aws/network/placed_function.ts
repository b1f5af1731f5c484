import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Construct } from "constructs";
import { networkInterfaceArns, vpcArn, type Location } from "../arn";
import type { Grant } from "../policy";
import type { PrivatePlace } from "./private_place";
import { SecurityGroup } from "./security_group";
import { EVERYWHERE } from "./site";

export interface PlacedFunctionProps {
  /** Where it runs. */
  readonly place: PrivatePlace;
  /** The function's name, which its group has too. */
  readonly name: string;
}

const HTTPS = 443;

/** A function's end in a network: a group of its own, which lets out what AWS's services answer to and, beyond that, only what is opened. */
export class PlacedFunction extends Construct {
  readonly securityGroup: SecurityGroup;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PlacedFunctionProps,
  ) {
    super(scope, id);
    const { place, name } = props;
    this.securityGroup = new SecurityGroup(this, "client", {
      ...{ name, description: `The function ${name}.`, vpcId: place.vpcId },
    });
    // Tables and buckets have public addresses, behind gateway endpoints too; how far anything gets is said by the tier's routes.
    new VpcSecurityGroupEgressRule(this, "to-aws", {
      securityGroupId: this.securityGroup.id,
      ...{ ipProtocol: "tcp", fromPort: HTTPS, toPort: HTTPS, cidrIpv4: EVERYWHERE },
      description: "Requests to AWS services",
    });
  }

  /** What Lambda is told of it. */
  get configuration() {
    const { subnetIds, endpointClientsId: endpoints } = this.props.place;
    const own = this.securityGroup.id;
    return {
      subnetIds: [...subnetIds],
      securityGroupIds: endpoints === undefined ? [own] : [own, endpoints],
    };
  }
}

/** What Lambda does with a function's role to give it an interface. EC2 names none of these by a resource that is known before. */
const MAKE_INTERFACES = [
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
];

const GIVE_ADDRESSES = ["ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"];

/**
 * What Lambda needs of a role to put its function into a network, and that the function's own code, which has the same role, may do none
 * of it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions
 */
export const useNetwork = (
  location: Location,
  { vpcId }: PrivatePlace,
  functionArn: string,
): Grant[] => [
  { sid: "MakeInterfaces", actions: MAKE_INTERFACES, resources: ["*"] },
  {
    sid: "GiveAddresses",
    actions: GIVE_ADDRESSES,
    resources: [networkInterfaceArns(location)],
    conditions: { ArnEquals: { "ec2:Vpc": vpcArn(location, vpcId) } },
  },
  {
    sid: "DenyInterfacesToCode",
    effect: "Deny",
    actions: [...MAKE_INTERFACES, ...GIVE_ADDRESSES],
    resources: ["*"],
    conditions: { ArnEquals: { "lambda:SourceFunctionArn": functionArn } },
  },
];
