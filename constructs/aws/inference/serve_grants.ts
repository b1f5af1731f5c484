import { logGroupArn, networkInterfaceArns, vpcArn, type Location } from "../arn";
import { via, writeLogs } from "../grants";
import type { Grant } from "../policy";

/** What the role of an endpoint is about. */
export interface Served {
  readonly location: Location;
  /** Name of the endpoint's log group. */
  readonly logGroup: string;
  readonly repositoryArn: string;
  /** ARN of the one object that is the model. */
  readonly modelArn: string;
  /** ARN of the customer key of the service's objects. */
  readonly dataKeyArn: string;
  /** ARNs of objects that are read beside the model, with `*`. */
  readonly reads: readonly string[];
  /** ARNs of objects that are written, with `*`. */
  readonly writes: readonly string[];
  /** ARNs of topics that are told. */
  readonly topics: readonly string[];
  /** ARNs of alarms that take a rollout back. */
  readonly alarms: readonly string[];
  /** Where its instances stand; undefined: in no network. */
  readonly vpcId: string | undefined;
}

/**
 * What SageMaker does with the role of an endpoint, and its container cannot do more. Less than AWS's own policy, which reaches every
 * image and every bucket of the account whose name has `sagemaker` in it.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms
 */
export const serveGrants = (of: Served): readonly Grant[] => [
  ...pullGrants(of.repositoryArn),
  writeLogs(logGroupArn(of.location, of.logGroup)),
  {
    sid: "FindLogStreams",
    actions: ["logs:DescribeLogStreams"],
    resources: [logGroupArn(of.location, of.logGroup)],
  },
  PUBLISH_METRICS,
  ...objectGrants(of),
  ...some("TellTopics", ["sns:Publish"], of.topics),
  ...some("WatchAlarms", ["cloudwatch:DescribeAlarms"], of.alarms),
  ...(of.vpcId === undefined ? [] : standInNetwork(of.location, of.vpcId)),
];

const pullGrants = (repositoryArn: string): readonly Grant[] => [
  {
    sid: "PullImages",
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    resources: [repositoryArn],
  },
  // ECR knows no resource for it: the token opens what the other grants do.
  { sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
];

/** CloudWatch knows no resource for it; the namespace says whose numbers they are. */
const PUBLISH_METRICS: Grant = {
  sid: "PublishMetrics",
  actions: ["cloudwatch:PutMetricData"],
  resources: ["*"],
  conditions: {
    StringEquals: { "cloudwatch:namespace": ["/aws/sagemaker/Endpoints", "AWS/SageMaker"] },
  },
};

function objectGrants({ location, modelArn, dataKeyArn, reads, writes }: Served): readonly Grant[] {
  const useKey = writes.length > 0 ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"];
  return [
    { sid: "ReadModel", actions: ["s3:GetObject"], resources: [modelArn, ...reads] },
    ...some("WriteAnswers", ["s3:PutObject"], writes),
    {
      ...{ sid: "UseBucketKey", actions: useKey, resources: [dataKeyArn] },
      conditions: via("s3", location),
    },
  ];
}

const some = (
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
): readonly Grant[] => (resources.length === 0 ? [] : [{ sid, actions, resources }]);

const MAY_USE = ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterfacePermission"];

/**
 * EC2 names none of these by a resource that is known before.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html
 */
const standInNetwork = (location: Location, vpcId: string): readonly Grant[] => [
  {
    sid: "StandInNetwork",
    actions: [
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeDhcpOptions",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
    ],
    resources: ["*"],
  },
  {
    ...{ sid: "LendInterfaces", actions: MAY_USE },
    resources: [networkInterfaceArns(location)],
    conditions: { ArnEquals: { "ec2:Vpc": vpcArn(location, vpcId) } },
  },
];
