import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { logDelivery } from "../pipeline/log_delivery";
import { policyDocument } from "../policy";

export interface WorkflowLogDeliveryProps {
  readonly location: Location;

  /** What the names of the state machines begin with; the policy is called so too. */
  readonly start: string;
}

/**
 * Lets AWS write the logs of the state machines of one cell. An account has 10 such policies in a region, so that services of a cell share
 * one; without it AWS would write a policy with the machine's role, which could then open any log of the account.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
export class WorkflowLogDelivery extends Construct {
  readonly policy: CloudwatchLogResourcePolicy;

  constructor(scope: Construct, id: string, { location, start }: WorkflowLogDeliveryProps) {
    super(scope, id);
    this.policy = new CloudwatchLogResourcePolicy(this, MAIN, {
      policyName: `${start}-workflow-logs`,
      policyDocument: policyDocument([
        logDelivery(location, [`/aws/vendedlogs/states/${start}-*`]),
      ]),
    });
  }
}
