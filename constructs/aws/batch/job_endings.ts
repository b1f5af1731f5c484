import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { Construct } from "constructs";
import { JOB_METRICS, type BatchNames } from "../../../model/names";
import type { ITerraformDependable } from "../../tf";
import { jobQueueArn, logGroupArn, type Location } from "../arn";
import type { UndeliveredQueue } from "../events/undelivered_queue";

export interface JobEndingsProps {
  /** Made in `model/names.ts`. */
  readonly names: Pick<BatchNames, "queue" | "endings" | "endingsLogGroup" | "ended">;

  /** Whose jobs they are. */
  readonly service: string;

  readonly location: Location;

  /** ARN of the customer key that encrypts the log. */
  readonly logKeyArn: string;

  /** How long the log is kept, days. */
  readonly logRetentionDays: number;

  /**
   * What lets EventBridge write to the log, where it is in the same stack.
   *
   * @default - it is there already
   */
  readonly delivery?: ITerraformDependable | undefined;

  /** Where events go that could not be written to the log. */
  readonly undelivered: UndeliveredQueue;
}

const STATUS = { succeeded: "SUCCEEDED", failed: "FAILED" } as const;

/**
 * What became of jobs, one line each, and how many there were of either: Batch has no metric of its own. A job that is tried again has
 * not ended; an array is its jobs, and not itself.
 *
 * @see https://docs.aws.amazon.com/batch/latest/userguide/batch_cwe_events.html
 */
export class JobEndings extends Construct {
  readonly logGroup: CloudwatchLogGroup;
  readonly rule: CloudwatchEventRule;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: JobEndingsProps,
  ) {
    super(scope, id);
    const { names, logKeyArn, logRetentionDays } = props;
    this.logGroup = new CloudwatchLogGroup(this, "logs", {
      name: names.endingsLogGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: logRetentionDays,
    });
    this.rule = this.makeRule();
    for (const how of ["succeeded", "failed"] as const) this.count(how);
  }

  private makeRule(): CloudwatchEventRule {
    const { names, service, location, delivery, undelivered } = this.props;
    const rule = new CloudwatchEventRule(this, "rule", {
      name: names.endings,
      description: `What became of the jobs of ${service}.`,
      eventPattern: endingsOf(jobQueueArn(location, names.queue)),
    });
    new CloudwatchEventTarget(this, "target", {
      rule: rule.name,
      targetId: "log",
      arn: logGroupArn(location, this.logGroup.name),
      deadLetterConfig: { arn: undelivered.queueArn },
      ...(delivery && { dependsOn: [delivery] }),
    });
    return rule;
  }

  private count(how: keyof typeof STATUS): void {
    const name = this.props.names.ended(how);
    new CloudwatchLogMetricFilter(this, how, {
      name,
      logGroupName: this.logGroup.name,
      pattern: `{ $.detail.status = "${STATUS[how]}" }`,
      metricTransformation: {
        ...{ name, namespace: JOB_METRICS, value: "1", defaultValue: "0", unit: "Count" },
      },
    });
  }
}

const endingsOf = (queueArn: string): string =>
  JSON.stringify({
    source: ["aws.batch"],
    "detail-type": ["Batch Job State Change"],
    detail: {
      jobQueue: [queueArn],
      status: Object.values(STATUS).sort(),
      arrayProperties: { size: [{ exists: false }] },
    },
  });
