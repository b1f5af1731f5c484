import { partition } from "../arn";
import { regional, tagged, toBeTagged, type Scope } from "./reach";

const ec2 = (...kinds: readonly string[]) => regional("ec2", ...kinds.map((kind) => `${kind}/*`));

/** The calls that make something of a network and say its tags. */
const MAKES_PARTS = [
  "AllocateAddress",
  "AuthorizeSecurityGroupEgress",
  "AuthorizeSecurityGroupIngress",
  "CreateEgressOnlyInternetGateway",
  "CreateFlowLogs",
  "CreateInternetGateway",
  "CreateNatGateway",
  "CreateNetworkAcl",
  "CreateRouteTable",
  "CreateSecurityGroup",
  "CreateSubnet",
  "CreateVpc",
  "CreateVpcEndpoint",
];

/** What a network is made of: AWS names it. */
export const NETWORK_SCOPES = {
  /** Lists of addresses that AWS keeps: its account's number is `aws`. */
  keptLists: {
    resources: ({ location: { region } }) => [
      `arn:${partition(region)}:ec2:${region}:aws:prefix-list/*`,
    ],
  },
  /** Lists of a network that AWS made without a tag: a subnet goes back to one when its own is removed. */
  networkLists: { resources: ec2("network-acl") },
  /** AWS names what a network is made of, and its tag tells whose it is. */
  networkParts: { resources: ec2("*"), conditions: tagged },
  /** What is in no network when it is made. */
  newAlone: { resources: ec2("elastic-ip", "internet-gateway", "vpc"), conditions: toBeTagged },
  /** What is made in a VPC, which has to be the environment's: so no VPC is among these. */
  newInVpc: {
    resources: ec2(
      ...["egress-only-internet-gateway", "network-acl", "route-table"],
      ...["security-group", "subnet", "vpc-flow-log"],
    ),
    conditions: toBeTagged,
  },
  /** What is made upon such parts, which have to be the environment's: so none of those is among these. */
  newOnParts: {
    resources: ec2("natgateway", "security-group-rule", "vpc-endpoint"),
    conditions: toBeTagged,
  },
  /** Tags that are said when something is made: on what stands already they would take it from somebody else. */
  newNetworkTags: {
    resources: ec2("*"),
    conditions: ({ environment }) => ({
      StringEquals: {
        "aws:RequestTag/environment": environment,
        "ec2:CreateAction": MAKES_PARTS,
      },
    }),
  },
  /** Security groups that are nobody's, such as what AWS makes with a VPC. */
  untaggedGroups: {
    resources: ec2("security-group"),
    conditions: ({ environment }) => ({
      Null: { "aws:ResourceTag/environment": "true" },
      StringEquals: { "aws:RequestTag/environment": environment },
    }),
  },
} as const satisfies Readonly<Record<string, Scope>>;
