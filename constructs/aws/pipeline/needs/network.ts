import type { ScopeName } from "../scopes";
import { anywhere, type Needs, type NeedsByType } from "./needs";

/** Tags come with what is made, and are changed on what stands. */
const TAGS = ["ec2:CreateTags", "ec2:DeleteTags"];
const TAGGED: Readonly<Record<string, readonly ScopeName[]>> = {
  "ec2:CreateTags": ["networkParts", "newNetworkTags"],
};

interface Part {
  /** Described to refresh, in calls that cannot be bound to a resource. */
  readonly read: readonly string[];
  /** Described to refresh, in calls that can. */
  readonly readHere?: readonly string[];
  /** Described to change and to remove. */
  readonly look?: readonly string[];
  /** What is called upon something else beside what is there. */
  readonly make: Readonly<Record<string, readonly ScopeName[]>>;
  readonly write: readonly string[];
  readonly also?: readonly string[];
}

/** What a network is made of is known by its tag, since AWS names it. */
const part = ({ read, readHere = [], look = [], make, write, also = [] }: Part): Needs => ({
  on: "networkParts",
  read: [...read, ...readHere],
  write: [...Object.keys(make), ...look, ...write],
  also: [...also, ...TAGS],
  elsewhere: { ...anywhere([...read, ...look]), ...TAGGED, ...make },
  source: "seen",
});

/** A rule of a security group. Which group it names at its other end is not asked. */
const rule = (way: "Egress" | "Ingress"): Needs =>
  part({
    read: ["ec2:DescribeSecurityGroupRules"],
    make: { [`ec2:AuthorizeSecurityGroup${way}`]: ["networkParts", "newOnParts"] },
    write: [`ec2:RevokeSecurityGroup${way}`],
    also: ["ec2:ModifySecurityGroupRules"],
  });

/** What is in a table or a list and has no tags of its own. */
const entry = (read: string, write: readonly string[], also: readonly string[] = []): Needs => ({
  ...{ on: "networkParts", read: [read], write, also, elsewhere: anywhere([read]) },
  source: "seen",
});

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html */
export const NETWORK: NeedsByType = {
  aws_default_security_group: {
    on: "networkParts",
    read: ["ec2:DescribeSecurityGroups"],
    write: ["ec2:CreateTags", "ec2:DescribeSecurityGroupRules", "ec2:RevokeSecurityGroupEgress"],
    also: ["ec2:DeleteTags", "ec2:RevokeSecurityGroupIngress"],
    elsewhere: {
      ...anywhere(["ec2:DescribeSecurityGroupRules", "ec2:DescribeSecurityGroups"]),
      // AWS makes it with the VPC, without a tag.
      "ec2:CreateTags": ["networkParts", "untaggedGroups"],
    },
    source: "seen",
  },
  aws_egress_only_internet_gateway: {
    ...part({
      read: ["ec2:DescribeEgressOnlyInternetGateways"],
      make: { "ec2:CreateEgressOnlyInternetGateway": ["networkParts", "newInVpc"] },
      write: ["ec2:DeleteEgressOnlyInternetGateway"],
    }),
    source: "reference",
  },
  aws_eip: part({
    read: ["ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute"],
    make: { "ec2:AllocateAddress": ["newAlone"] },
    write: ["ec2:ReleaseAddress"],
    also: ["ec2:DisassociateAddress"],
  }),
  aws_flow_log: part({
    read: ["ec2:DescribeFlowLogs"],
    make: { "ec2:CreateFlowLogs": ["networkParts", "newInVpc"] },
    write: ["ec2:DeleteFlowLogs"],
  }),
  aws_internet_gateway: part({
    read: ["ec2:DescribeInternetGateways"],
    make: { "ec2:CreateInternetGateway": ["newAlone"] },
    write: ["ec2:AttachInternetGateway", "ec2:DeleteInternetGateway", "ec2:DetachInternetGateway"],
  }),
  aws_nat_gateway: part({
    read: ["ec2:DescribeNatGateways"],
    make: { "ec2:CreateNatGateway": ["networkParts", "newOnParts"] },
    write: ["ec2:DeleteNatGateway"],
  }),
  aws_network_acl: part({
    read: ["ec2:DescribeNetworkAcls"],
    make: {
      "ec2:CreateNetworkAcl": ["networkParts", "newInVpc"],
      "ec2:ReplaceNetworkAclAssociation": ["networkLists", "networkParts"],
    },
    write: ["ec2:DeleteNetworkAcl"],
  }),
  aws_network_acl_rule: entry("ec2:DescribeNetworkAcls", [
    "ec2:CreateNetworkAclEntry",
    "ec2:DeleteNetworkAclEntry",
  ]),
  aws_route: entry(
    "ec2:DescribeRouteTables",
    ["ec2:CreateRoute", "ec2:DeleteRoute"],
    ["ec2:ReplaceRoute"],
  ),
  aws_route_table: part({
    read: ["ec2:DescribeRouteTables"],
    make: { "ec2:CreateRouteTable": ["networkParts", "newInVpc"] },
    write: ["ec2:DeleteRouteTable"],
  }),
  aws_route_table_association: entry(
    "ec2:DescribeRouteTables",
    ["ec2:AssociateRouteTable", "ec2:DisassociateRouteTable"],
    ["ec2:ReplaceRouteTableAssociation"],
  ),
  aws_security_group: part({
    read: ["ec2:DescribeSecurityGroups"],
    look: ["ec2:DescribeNetworkInterfaces"],
    make: { "ec2:CreateSecurityGroup": ["networkParts", "newInVpc"] },
    write: ["ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupEgress"],
  }),
  aws_ssm_parameter: {
    on: "parameters",
    read: ["ssm:DescribeParameters", "ssm:GetParameter", "ssm:ListTagsForResource"],
    write: ["ssm:DeleteParameter", "ssm:PutParameter"],
    also: ["ssm:AddTagsToResource", "ssm:RemoveTagsFromResource"],
    elsewhere: anywhere(["ssm:DescribeParameters"]),
    source: "seen",
  },
  aws_subnet: part({
    read: ["ec2:DescribeSubnets"],
    look: ["ec2:DescribeNetworkInterfaces"],
    make: { "ec2:CreateSubnet": ["networkParts", "newInVpc"] },
    write: ["ec2:DeleteSubnet"],
    also: ["ec2:ModifySubnetAttribute"],
  }),
  aws_vpc: part({
    read: [
      "ec2:DescribeNetworkAcls",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeVpcs",
    ],
    readHere: ["ec2:DescribeVpcAttribute"],
    make: { "ec2:CreateVpc": ["newAlone"] },
    write: ["ec2:DeleteVpc", "ec2:ModifyVpcAttribute"],
    also: ["ec2:AssociateVpcCidrBlock", "ec2:DisassociateVpcCidrBlock"],
  }),
  aws_vpc_endpoint: part({
    read: ["ec2:DescribeNetworkInterfaces", "ec2:DescribePrefixLists", "ec2:DescribeVpcEndpoints"],
    make: { "ec2:CreateVpcEndpoint": ["networkParts", "newOnParts"] },
    write: ["ec2:DeleteVpcEndpoints"],
    also: ["ec2:ModifyVpcEndpoint"],
  }),
  aws_vpc_security_group_egress_rule: rule("Egress"),
  aws_vpc_security_group_ingress_rule: rule("Ingress"),
};
