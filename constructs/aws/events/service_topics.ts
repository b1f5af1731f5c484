import { Construct } from "constructs";
import { awsNames } from "../../../model/names";
import type { Service } from "../../../model/service";
import type { Location } from "../arn";
import type { Grantee } from "../identity/grantee";
import { Key } from "../key";
import { EventTopic } from "./event_topic";

export interface ServiceTopicsProps {
  /** Who publishes. */
  readonly service: Service;

  readonly location: Location;

  /**
   * Days between the order to delete the key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** The topics of one service, made before those who subscribe; a key for both. */
export class ServiceTopics extends Construct {
  /** Undefined where nothing is published by it. */
  readonly topic: EventTopic | undefined;
  readonly orderedTopic: EventTopic | undefined;

  constructor(scope: Construct, id: string, props: ServiceTopicsProps) {
    super(scope, id);
    const { service, location, keyDeletionWindowDays = 30 } = props;
    const { keyAlias, events } = awsNames(service);
    const key = new Key(this, "key", {
      alias: keyAlias("events"),
      description: `Encrypts the events of ${service.name} in ${service.environment}.`,
      ...{ location, deletionWindowDays: keyDeletionWindowDays },
    });
    // One text for both topics, so that their grants are one.
    const keys = { encryptionKey: key.aliasName, encryptionKeyArn: key.arn };
    const made = (carrier: "topic" | "orderedTopic", topicId: string) =>
      service.publishes.some(({ via }) => via === carrier)
        ? new EventTopic(this, topicId, {
            ...{ name: events[carrier], ordered: carrier === "orderedTopic", location, ...keys },
          })
        : undefined;
    this.topic = made("topic", "topic");
    this.orderedTopic = made("orderedTopic", "ordered-topic");
  }

  publish(grantee: Grantee): void {
    this.topic?.grants.publish(grantee);
    this.orderedTopic?.grants.publish(grantee);
  }

  /** What code finds them by. */
  get variables(): Record<string, string> {
    return {
      ...(this.topic && { EVENT_TOPIC: this.topic.topicArn }),
      ...(this.orderedTopic && { ORDERED_EVENT_TOPIC: this.orderedTopic.topicArn }),
    };
  }
}
