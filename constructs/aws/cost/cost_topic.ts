import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import type { awsCostNames } from "../../../model/names";
import { MAIN } from "../../logical_id";
import { partition, topicArn, type Location } from "../arn";
import { Key } from "../key";
import { policyDocument, tlsOnly, type Statement } from "../policy";

export interface CostTopicProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: Pick<ReturnType<typeof awsCostNames>, "topic" | "keyAlias">;

  readonly location: Location;

  /** Days between the order to delete the key and its deletion, 7 to 30. */
  readonly keyDeletionWindowDays: number;
}

/** An encrypted topic that AWS Budgets and Cost Anomaly Detection may publish to, for their own account alone. */
export class CostTopic extends Construct {
  readonly topic: SnsTopic;
  /** AWS Budgets takes no topic that does not let it publish: what names this one waits for its policy. */
  readonly policy: SnsTopicPolicy;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { names, location, ...props }: CostTopicProps) {
    super(scope, id);
    const key = new Key(this, "key", {
      alias: names.keyAlias,
      description: `Encrypts what ${names.topic} tells.`,
      location,
      statements: publishers(location, "Encrypt", ["kms:Decrypt", "kms:GenerateDataKey"], "*"),
      deletionWindowDays: props.keyDeletionWindowDays,
    });
    this.topic = new SnsTopic(this, MAIN, { name: names.topic, kmsMasterKeyId: key.aliasName });
    this.arn = topicArn(location, this.topic.name);
    this.policy = new SnsTopicPolicy(this, "policy", {
      arn: this.topic.arn,
      policy: policyDocument([
        tlsOnly("sns:Publish", [this.arn]),
        ...publishers(location, "Publish", ["sns:Publish"], this.arn),
      ]),
    });
  }
}

/**
 * Both services, on behalf of this account.
 *
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-sns-policy.html
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/ad-SNS.html
 */
function publishers(
  { account, region }: Location,
  verb: string,
  actions: readonly string[],
  resource: string,
): Statement[] {
  const mine = { "aws:SourceAccount": account };
  const budgets = `arn:${partition(region)}:budgets::${account}:*`;
  return [
    {
      sid: `Budgets${verb}`,
      principals: { Service: "budgets.amazonaws.com" },
      ...{ actions, resources: [resource] },
      conditions: { ArnLike: { "aws:SourceArn": budgets }, StringEquals: mine },
    },
    {
      sid: `CostAlerts${verb}`,
      principals: { Service: "costalerts.amazonaws.com" },
      ...{ actions, resources: [resource] },
      conditions: { StringEquals: mine },
    },
  ];
}
