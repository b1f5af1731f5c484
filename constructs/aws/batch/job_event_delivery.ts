import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { defaultRuleArn, logGroupArn, type Location } from "../arn";
import { policyDocument, type Statement } from "../policy";

export interface JobEventDeliveryProps {
  readonly location: Location;

  /** What the names of the rules and of their logs begin with; the policy is called so too. */
  readonly start: string;
}

/** Both write, as EventBridge says. */
const WRITERS = { Events: "events.amazonaws.com", Delivery: "delivery.logs.amazonaws.com" };

/**
 * Lets EventBridge write what became of jobs, by the rules of these names alone.
 *
 * @param start - what the names of the rules and of their logs begin with
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
 */
export const deliverJobEvents = (location: Location, start: string): Statement[] =>
  Object.entries(WRITERS).flatMap(([sid, Service]) => {
    const resources = [`${logGroupArn(location, `/aws/events/${start}-*`)}:*`];
    const given = { principals: { Service }, resources };
    return [
      // As AWS's own example has it: a condition is documented of what is written alone.
      { sid: `${sid}Streams`, ...given, actions: ["logs:CreateLogStream"] },
      {
        ...{ sid: `${sid}Write`, ...given, actions: ["logs:PutLogEvents"] },
        conditions: { ArnLike: { "aws:SourceArn": defaultRuleArn(location, `${start}-*`) } },
      },
    ];
  });

/** That for one cell. An account has 10 such policies in a region, so that services of a cell share one. */
export class JobEventDelivery extends Construct {
  readonly policy: CloudwatchLogResourcePolicy;

  constructor(scope: Construct, id: string, { location, start }: JobEventDeliveryProps) {
    super(scope, id);
    this.policy = new CloudwatchLogResourcePolicy(this, MAIN, {
      policyName: `${start}-job-events`,
      policyDocument: policyDocument(deliverJobEvents(location, start)),
    });
  }
}
