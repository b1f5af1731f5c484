import { PubsubSubscription } from "@cdktf/provider-google/lib/pubsub-subscription";
import { PubsubTopic } from "@cdktf/provider-google/lib/pubsub-topic";
import { PubsubTopicIamMember } from "@cdktf/provider-google/lib/pubsub-topic-iam-member";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { Key } from "./keys";
import { checkRetention } from "./limits";
import type { Labels, Project } from "./project";
import { serviceAgents } from "./service_agents";

export interface WorkTopicProps {
  readonly place: Project;

  /** Physical names, made in `model/names.ts`. */
  readonly names: {
    readonly topic: string;
    readonly deadLetterTopic: string;
    readonly deadLetterSubscription: string;
  };

  /** Encrypts the messages of both topics; the Pub/Sub agent must be among its users. */
  readonly key: Key;

  /**
   * Seconds for which the topic can be replayed, 600 to 2,678,400 (31 days).
   *
   * @default 345600 (4 days)
   */
  readonly retentionSeconds?: number;

  /**
   * Seconds for which a message that was set aside is kept, 600 to 2,678,400 (31 days).
   *
   * @default 1209600 (14 days)
   */
  readonly deadLetterRetentionSeconds?: number;

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/**
 * A topic and a dead-letter topic that keeps what it gets: a topic without a subscription drops its
 * messages, so the dead letters have a subscription of their own from the start.
 */
export class WorkTopic extends Construct {
  readonly topic: PubsubTopic;
  readonly deadLetterTopic: PubsubTopic;
  readonly deadLetterSubscription: PubsubSubscription;

  /** Without it Pub/Sub cannot set messages aside and delivers them for ever. */
  readonly deadLetterPublisher: PubsubTopicIamMember;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkTopicProps,
  ) {
    super(scope, id);
    const { names, retentionSeconds = 345_600, deadLetterRetentionSeconds = 1_209_600 } = props;
    checkRetention(this, "retention", retentionSeconds);
    checkRetention(this, "deadLetterRetention", deadLetterRetentionSeconds);
    this.topic = this.encrypted(this, names.topic, retentionSeconds);
    const dlq = new Construct(this, "dlq");
    this.deadLetterTopic = this.encrypted(dlq, names.deadLetterTopic, deadLetterRetentionSeconds);
    this.deadLetterSubscription = this.keep(dlq, deadLetterRetentionSeconds);
    this.deadLetterPublisher = this.allowSettingAside(dlq);
  }

  private encrypted(scope: Construct, name: string, retentionSeconds: number): PubsubTopic {
    const { place, key, labels } = this.props;
    return new PubsubTopic(scope, MAIN, {
      ...{ name, project: place.project },
      kmsKeyName: key.id,
      messageRetentionDuration: `${retentionSeconds}s`,
      messageStoragePolicy: { allowedPersistenceRegions: [place.region] },
      ...(labels === undefined ? {} : { labels }),
      dependsOn: [...key.grants],
    });
  }

  private keep(scope: Construct, retentionSeconds: number): PubsubSubscription {
    const { place, names, labels } = this.props;
    return new PubsubSubscription(scope, "subscription", {
      name: names.deadLetterSubscription,
      project: place.project,
      topic: this.deadLetterTopic.id,
      // Long enough for a person to read a message before it is handed out again.
      ackDeadlineSeconds: 60,
      messageRetentionDuration: `${retentionSeconds}s`,
      expirationPolicy: { ttl: "" },
      ...(labels === undefined ? {} : { labels }),
    });
  }

  private allowSettingAside(scope: Construct): PubsubTopicIamMember {
    const { project, projectNumber } = this.props.place;
    return new PubsubTopicIamMember(scope, "publisher", {
      project,
      topic: this.deadLetterTopic.name,
      role: "roles/pubsub.publisher",
      member: serviceAgents(projectNumber).pubsub,
    });
  }
}
