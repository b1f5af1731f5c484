import type { ApplicationLoadBalancerProps } from "./application_load_balancer";
import { between, nameProblem } from "./bounds";

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html */
export const balancerProblems = ({
  names,
  subnetIds,
  faces,
  certificateArn,
  idleTimeoutSeconds,
  clientKeepAliveSeconds,
}: ApplicationLoadBalancerProps): (string | false)[] => [
  nameProblem(names.balancer),
  subnetIds.length < 2 &&
    `subnetIds: expected subnets of two zones or more, which AWS asks for, got ${subnetIds.length}`,
  faces === "internet" &&
    certificateArn === undefined &&
    "certificateArn: expected a certificate of a balancer that faces the internet, got nothing; plain HTTP is read and changed on its way",
  between("idleTimeoutSeconds", idleTimeoutSeconds, 1, 4000),
  between("clientKeepAliveSeconds", clientKeepAliveSeconds, 60, 604_800),
];
