import type { Location } from "../arn";
import { via } from "../grants";
import type { Grantee } from "./grantee";

export interface GrantedTopic {
  readonly topicArn: string;
  readonly encryptionKeyArn: string;
  readonly location: Location;
}

/** Who may publish to a topic, and use its key as far as that takes it: always through SNS. */
export class TopicGrants {
  constructor(private readonly on: GrantedTopic) {}

  /**
   * Events, one or a batch: both are the one action. SNS makes a data key for what it encrypts, and checks it.
   *
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
   */
  publish(grantee: Grantee): void {
    const { topicArn, encryptionKeyArn, location } = this.on;
    grantee.allow(
      { sid: "PublishToTopics", actions: ["sns:Publish"], resources: [topicArn] },
      {
        sid: "EncryptEvents",
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        ...{ resources: [encryptionKeyArn], conditions: via("sns", location) },
      },
    );
  }
}
