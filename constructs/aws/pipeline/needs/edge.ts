import { anywhere, LINKED_ROLE, LOG_DELIVERY, type Needs, type NeedsByType } from "./needs";

const LISTS = ["ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"];
const LOOKED_AT = ["ec2:DescribeInternetGateways", "elasticloadbalancing:DescribeLoadBalancers"];

/**
 * Asked for by CloudFront where a behaviour names a function; the star is part of the actions' own names.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html
 */
const COPIES = ["lambda:DisableReplication*", "lambda:EnableReplication*"];

/** What stands in front of a store near its users: CloudFront, its firewall, and the logs that AWS delivers of both. */
export const EDGE: NeedsByType = {
  aws_cloudfront_cache_policy: edgePolicy("CachePolicy"),
  aws_cloudfront_distribution: {
    on: "distributions",
    read: ["cloudfront:GetDistribution", "cloudfront:ListTagsForResource"],
    write: [
      "cloudfront:CreateDistribution",
      "cloudfront:DeleteDistribution",
      "cloudfront:UpdateDistribution",
    ],
    also: ["cloudfront:TagResource", "cloudfront:UntagResource", ...COPIES, LINKED_ROLE],
    elsewhere: {
      "cloudfront:CreateDistribution": ["created"],
      "cloudfront:TagResource": ["created", "distributions"],
      ...Object.fromEntries(COPIES.map((action) => [action, ["copiedFunctions"]])),
      [LINKED_ROLE]: ["copyingRoles"],
    },
    source: "seen",
  },
  /** Known by its name; it carries no tags. */
  aws_cloudfront_function: {
    on: "edgeFunctions",
    read: ["cloudfront:DescribeFunction", "cloudfront:GetFunction"],
    write: ["cloudfront:CreateFunction", "cloudfront:DeleteFunction"],
    also: ["cloudfront:PublishFunction", "cloudfront:UpdateFunction"],
    elsewhere: anywhere(["cloudfront:CreateFunction"]),
    source: "seen",
  },
  /** AWS names it, and it carries no tags. */
  aws_cloudfront_key_value_store: {
    on: "keyValueStores",
    read: ["cloudfront:DescribeKeyValueStore"],
    write: ["cloudfront:CreateKeyValueStore", "cloudfront:DeleteKeyValueStore"],
    also: ["cloudfront:UpdateKeyValueStore"],
    elsewhere: anywhere(["cloudfront:CreateKeyValueStore"]),
    source: "reference",
  },
  /**
   * IAM tells keys of a store apart by nothing: who reads one reads all, and the secrets of tokens too.
   *
   * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudfrontkeyvaluestore.html
   */
  aws_cloudfrontkeyvaluestore_key: {
    on: "keyValueStores",
    read: ["cloudfront-keyvaluestore:DescribeKeyValueStore", "cloudfront-keyvaluestore:GetKey"],
    write: ["cloudfront-keyvaluestore:DeleteKey", "cloudfront-keyvaluestore:PutKey"],
    source: "reference",
  },
  aws_cloudfront_monitoring_subscription: {
    on: "anywhere",
    read: ["cloudfront:GetMonitoringSubscription"],
    write: ["cloudfront:CreateMonitoringSubscription", "cloudfront:DeleteMonitoringSubscription"],
    source: "seen",
  },
  aws_cloudfront_origin_access_control: edgePolicy("OriginAccessControl"),
  aws_cloudfront_response_headers_policy: edgePolicy("ResponseHeadersPolicy"),
  /**
   * CloudFront looks at what it is to reach as whoever asks, and makes its network interfaces as itself. Who is let in to the load balancer is
   * a list that AWS keeps.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html
   */
  aws_cloudfront_vpc_origin: {
    on: "vpcOrigins",
    read: ["cloudfront:GetVpcOrigin", "cloudfront:ListTagsForResource", ...LISTS],
    write: ["cloudfront:CreateVpcOrigin", "cloudfront:DeleteVpcOrigin"],
    also: [
      ...["cloudfront:TagResource", "cloudfront:UntagResource", "cloudfront:UpdateVpcOrigin"],
      ...LOOKED_AT,
      LINKED_ROLE,
    ],
    elsewhere: {
      ...anywhere(["ec2:DescribeManagedPrefixLists", ...LOOKED_AT]),
      "ec2:GetManagedPrefixListEntries": ["keptLists"],
      [LINKED_ROLE]: ["vpcOriginRoles"],
      "cloudfront:CreateVpcOrigin": ["created"],
      "cloudfront:TagResource": ["created", "vpcOrigins"],
    },
    source: "reference",
  },
  aws_cloudwatch_log_delivery: {
    on: "deliveries",
    read: ["logs:GetDelivery", "logs:ListTagsForResource"],
    write: ["logs:CreateDelivery", "logs:DeleteDelivery"],
    also: ["logs:TagResource", "logs:UntagResource", "logs:UpdateDeliveryConfiguration"],
    elsewhere: {
      "logs:CreateDelivery": ["newDeliveries"],
      "logs:TagResource": ["deliveries", "newDeliveries"],
      "logs:UpdateDeliveryConfiguration": ["deliveries", "deliveryEnds"],
    },
    source: "seen",
  },
  aws_cloudwatch_log_delivery_destination: {
    on: "deliveryEnds",
    read: ["logs:GetDeliveryDestination", "logs:ListTagsForResource"],
    write: ["logs:DeleteDeliveryDestination", "logs:PutDeliveryDestination"],
    also: ["logs:TagResource", "logs:UntagResource"],
    source: "seen",
  },
  aws_cloudwatch_log_delivery_source: {
    on: "deliveryEnds",
    read: ["logs:GetDeliverySource", "logs:ListTagsForResource"],
    write: ["logs:DeleteDeliverySource", "logs:PutDeliverySource"],
    also: [
      // Asked for by CloudFront, of whose distribution the logs are.
      "cloudfront:AllowVendedLogDeliveryForResource",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    elsewhere: { "cloudfront:AllowVendedLogDeliveryForResource": ["distributions"] },
    source: "seen",
  },
  aws_wafv2_web_acl: {
    on: "webAcls",
    read: ["wafv2:GetWebACL", "wafv2:ListTagsForResource"],
    write: ["wafv2:CreateWebACL", "wafv2:DeleteWebACL"],
    also: ["wafv2:TagResource", "wafv2:UntagResource", "wafv2:UpdateWebACL"],
    source: "seen",
  },
  /** @see https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
  aws_wafv2_web_acl_logging_configuration: {
    on: "webAcls",
    read: ["wafv2:GetLoggingConfiguration"],
    write: ["wafv2:DeleteLoggingConfiguration", "wafv2:PutLoggingConfiguration"],
    also: LOG_DELIVERY,
    elsewhere: anywhere(LOG_DELIVERY),
    source: "seen",
  },
};

/** What distributions share: found by an id that AWS gives, and made before it has one. */
function edgePolicy(name: string): Needs {
  return {
    on: "edgePolicies",
    read: [`cloudfront:Get${name}`],
    write: [`cloudfront:Create${name}`, `cloudfront:Delete${name}`],
    also: [`cloudfront:Update${name}`],
    elsewhere: anywhere([`cloudfront:Create${name}`]),
    source: "seen",
  };
}
