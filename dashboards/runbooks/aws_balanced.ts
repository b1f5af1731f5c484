import type { Service } from "../../model/service";
import { whyUndiscovered } from "./aws_discovery";

/** How the CLI is told of a target group. */
interface Grouped {
  readonly region: string;
  readonly targetGroup: string;
}

/** The ARN, which AWS ends with what nobody knows by heart. */
export const targetGroupArn = ({ region, targetGroup }: Grouped): string =>
  `"$(aws elbv2 describe-target-groups --region ${region} --names ${targetGroup} --query 'TargetGroups[0].TargetGroupArn' --output text)"`;

/** Why nothing is known of the requests to a service behind a load balancer. */
export const whyTargetGroupIsBlind = (service: Service, at: Grouped): string[] => [
  ...whyUndiscovered(service, at.region, [
    `aws elbv2 describe-tags --region ${at.region} --resource-arns ${targetGroupArn(at)}`,
    `aws cloudwatch list-metrics --region ${at.region} --namespace AWS/ApplicationELB --metric-name RequestCount`,
  ]),
  "It drops a target group whose tag `Name` was taken away. The balancer publishes in minutes with requests: CloudWatch lists no metric of a target group that nobody has asked for two weeks, and then nothing is wrong but the silence.",
];
