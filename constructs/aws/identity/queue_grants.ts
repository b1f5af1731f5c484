import type { Location } from "../arn";
import { via } from "../grants";
import type { Grant } from "../policy";
import type { Grantee } from "./grantee";

export interface GrantedQueue {
  readonly queueArn: string;
  readonly encryptionKeyArn: string;
  readonly location: Location;
}

/** Who may send to a queue or take from it, and use its key as far as that takes it: always through SQS. */
export class QueueGrants {
  constructor(private readonly on: GrantedQueue) {}

  /**
   * Messages, one or a batch: both are the one action. SQS makes a data key for what it encrypts, and checks it.
   *
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
   */
  send(grantee: Grantee): void {
    grantee.allow(
      this.grant("SendMessages", ["sqs:SendMessage"]),
      this.keyGrant("EncryptMessages", ["kms:Decrypt", "kms:GenerateDataKey"]),
    );
  }

  /**
   * What Lambda's poller does with the function's role.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
   */
  consume(grantee: Grantee): void {
    grantee.allow(
      this.grant("ConsumeMessages", [
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage",
      ]),
      this.keyGrant("DecryptMessages", ["kms:Decrypt"]),
    );
  }

  private grant(sid: string, actions: readonly string[]): Grant {
    return { sid, actions, resources: [this.on.queueArn] };
  }

  private keyGrant(sid: string, actions: readonly string[]): Grant {
    const { encryptionKeyArn, location } = this.on;
    return { sid, actions, resources: [encryptionKeyArn], conditions: via("sqs", location) };
  }
}
