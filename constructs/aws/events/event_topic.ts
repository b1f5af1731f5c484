import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { topicArn, type Location } from "../arn";
import { TopicGrants } from "../identity/topic_grants";
import { policyDocument, tlsOnly } from "../policy";

export interface EventTopicProps {
  /** `model/names.ts` makes it; it ends with `.fifo` where order is kept. */
  readonly name: string;

  /** Whether events of one group come in the order in which they were published. */
  readonly ordered: boolean;

  readonly location: Location;

  /** The customer key that encrypts events, by its alias. */
  readonly encryptionKey: string;

  /** ARN of the same key, which who publishes uses. */
  readonly encryptionKeyArn: string;
}

/** From which events of one service come to the queues of all that subscribe, encrypted on their way. */
export class EventTopic extends Construct {
  readonly topic: SnsTopic;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly topicArn: string;
  readonly grants: TopicGrants;

  constructor(scope: Construct, id: string, props: EventTopicProps) {
    super(scope, id);
    const { name, ordered, location, encryptionKey, encryptionKeyArn } = props;
    this.topic = new SnsTopic(this, MAIN, {
      ...{ name, kmsMasterKeyId: encryptionKey },
      ...(ordered && IN_ORDER),
    });
    this.topicArn = topicArn(location, this.topic.name);
    this.grants = new TopicGrants({
      ...{ topicArn: this.topicArn, encryptionKeyArn, location },
    });
    new SnsTopicPolicy(this, "policy", {
      arn: this.topic.arn,
      policy: policyDocument([tlsOnly("sns:Publish", [this.topicArn])]),
    });
  }
}

/**
 * As many events a second as AWS allows: duplicates are known within a group alone, by their text where they say no id.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/fifo-high-throughput.html
 */
const IN_ORDER = {
  fifoTopic: true,
  contentBasedDeduplication: true,
  fifoThroughputScope: "MessageGroup",
} as const;
