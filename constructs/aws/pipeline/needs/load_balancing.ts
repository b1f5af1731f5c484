import { anywhere, LINKED, LINKED_ROLE, LOG_DELIVERY, type Needs, type NeedsByType } from "./needs";

/** What Elastic Load Balancing looks at for whoever makes a load balancer. */
const PLACES = [
  "ec2:DescribeAccountAttributes",
  "ec2:DescribeAddresses",
  "ec2:DescribeInternetGateways",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSecurityGroups",
  "ec2:DescribeSubnets",
  "ec2:DescribeVpcs",
];

/** Load balancers, and the addresses in front of them. Reads of Elastic Load Balancing know no resources. */
export const LOAD_BALANCING: NeedsByType = {
  aws_globalaccelerator_accelerator: {
    on: "accelerators",
    read: [
      "globalaccelerator:DescribeAccelerator",
      "globalaccelerator:DescribeAcceleratorAttributes",
      "globalaccelerator:ListTagsForResource",
    ],
    write: [
      "globalaccelerator:CreateAccelerator",
      "globalaccelerator:DeleteAccelerator",
      "globalaccelerator:UpdateAccelerator",
      "globalaccelerator:UpdateAcceleratorAttributes",
    ],
    also: [
      "globalaccelerator:TagResource",
      "globalaccelerator:UntagResource",
      LINKED_ROLE,
      ...LOG_DELIVERY,
    ],
    elsewhere: {
      "globalaccelerator:CreateAccelerator": ["created"],
      "globalaccelerator:TagResource": ["accelerators", "created"],
      ...LINKED,
      ...anywhere(LOG_DELIVERY),
    },
    source: "reference",
  },
  aws_globalaccelerator_endpoint_group: {
    on: "acceleratorParts",
    read: ["globalaccelerator:DescribeEndpointGroup"],
    write: ["globalaccelerator:CreateEndpointGroup", "globalaccelerator:DeleteEndpointGroup"],
    also: ["globalaccelerator:DescribeAccelerator", "globalaccelerator:UpdateEndpointGroup"],
    elsewhere: { "globalaccelerator:DescribeAccelerator": ["accelerators"] },
    source: "reference",
  },
  aws_globalaccelerator_listener: {
    on: "acceleratorParts",
    read: ["globalaccelerator:DescribeListener"],
    write: ["globalaccelerator:CreateListener", "globalaccelerator:DeleteListener"],
    also: ["globalaccelerator:DescribeAccelerator", "globalaccelerator:UpdateListener"],
    elsewhere: {
      "globalaccelerator:CreateListener": ["accelerators"],
      "globalaccelerator:DescribeAccelerator": ["accelerators"],
    },
    source: "reference",
  },
  aws_lb: {
    on: "balancers",
    read: [
      "elasticloadbalancing:DescribeCapacityReservation",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeTags",
    ],
    write: [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:DeleteLoadBalancer",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
    ],
    also: [
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:RemoveTags",
      "elasticloadbalancing:SetIpAddressType",
      "elasticloadbalancing:SetSecurityGroups",
      "elasticloadbalancing:SetSubnets",
      LINKED_ROLE,
      ...PLACES,
    ],
    elsewhere: {
      ...anywhere([
        "elasticloadbalancing:DescribeCapacityReservation",
        "elasticloadbalancing:DescribeLoadBalancerAttributes",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeTags",
        ...PLACES,
      ]),
      ...LINKED,
    },
    source: "seen",
  },
  aws_lb_listener: partOf(
    "Listener",
    ["DescribeListenerAttributes", "DescribeListeners"],
    ["ModifyListener", "ModifyListenerAttributes"],
  ),
  aws_lb_listener_rule: partOf("Rule", ["DescribeRules"], ["ModifyRule", "SetRulePriorities"]),
  aws_lb_target_group: partOf(
    "TargetGroup",
    ["DescribeTargetGroupAttributes", "DescribeTargetGroups"],
    ["ModifyTargetGroup", "ModifyTargetGroupAttributes"],
  ),
  aws_wafv2_web_acl_association: {
    on: "guarded",
    read: ["wafv2:GetWebACLForResource"],
    write: ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL"],
    also: ["elasticloadbalancing:SetWebACL", "wafv2:GetWebACL"],
    source: "seen",
  },
};

/** What is made and removed under a name. */
function partOf(what: string, reads: readonly string[], changes: readonly string[]): Needs {
  const named = (actions: readonly string[]) =>
    actions.map((action) => `elasticloadbalancing:${action}`);
  const read = named([...reads, "DescribeTags"]);
  return {
    on: "balancers",
    read,
    write: named([`Create${what}`, `Delete${what}`]),
    also: named(["AddTags", "RemoveTags", ...changes]),
    elsewhere: anywhere(read),
    source: "seen",
  };
}
