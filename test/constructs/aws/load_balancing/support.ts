import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerProps,
} from "../../../../constructs/aws/load_balancing/application_load_balancer";
import { BalancerLogs } from "../../../../constructs/aws/load_balancing/balancer_logs";
import {
  TargetGroup,
  type TargetGroupProps,
} from "../../../../constructs/aws/load_balancing/target_group";
import type { PlatformStack } from "../../../../constructs/stacks/platform_stack";
import { awsBalancerNames } from "../../../../model/names";
import { LOCATION } from "../../support/synth";

export const CERTIFICATE =
  "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000";

const names = awsBalancerNames("test", "c01");

export const logsIn = (stack: PlatformStack): BalancerLogs =>
  new BalancerLogs(stack, "logs", {
    bucketName: names.logBucket(LOCATION.account),
    location: LOCATION,
    retentionDays: 30,
  });

export const balancerIn = (
  stack: PlatformStack,
  props: Partial<ApplicationLoadBalancerProps> = {},
): ApplicationLoadBalancer =>
  new ApplicationLoadBalancer(stack, "balancer", {
    ...{ names, vpcId: "vpc-1", subnetIds: ["subnet-1", "subnet-2"], faces: "internet" },
    ...{ certificateArn: CERTIFICATE, logs: props.logs ?? logsIn(stack) },
    ...props,
  });

export const groupIn = (
  stack: PlatformStack,
  props: Partial<TargetGroupProps> = {},
  id = "group",
): TargetGroup =>
  new TargetGroup(stack, id, {
    ...{ name: "test-c01-orders", vpcId: "vpc-1", port: 8080, protocol: "http1" },
    healthCheck: { path: "/healthz" },
    ...props,
  });
