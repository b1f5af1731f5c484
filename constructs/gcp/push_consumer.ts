import { CloudRunV2ServiceIamMember } from "@cdktf/provider-google/lib/cloud-run-v2-service-iam-member";
import { PubsubSubscription } from "@cdktf/provider-google/lib/pubsub-subscription";
import { PubsubSubscriptionIamMember } from "@cdktf/provider-google/lib/pubsub-subscription-iam-member";
import { ServiceAccount } from "@cdktf/provider-google/lib/service-account";
import { ServiceAccountIamMember } from "@cdktf/provider-google/lib/service-account-iam-member";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { ITerraformDependable } from "../tf";
import { checkAcknowledgement, checkAttempts, checkRetention } from "./limits";
import { member, type Labels, type Project } from "./project";
import { serviceAgents } from "./service_agents";

export interface PushConsumerProps {
  readonly place: Project;

  /** Physical names, made in `model/names.ts`. */
  readonly names: { readonly subscription: string; readonly pushAccount: string };

  /** The topic's id. */
  readonly topic: string;

  /** Where messages go that were delivered too often, and the grant that lets Pub/Sub put them there. */
  readonly deadLetter: {
    /** The dead-letter topic's id. */
    readonly topic: string;
    /** The grant by which the Pub/Sub agent may publish to it. */
    readonly publisher: ITerraformDependable;
  };

  /** The Cloud Run service that handles messages, one a request. */
  readonly target: {
    /** The name of the Cloud Run service: that of its 2nd-generation function. */
    readonly service: string;
    /** Its `run.app` address: the only one that internal ingress accepts pushes on. */
    readonly uri: string;
  };

  /**
   * What must exist before the first push, beside the grants that the construct makes itself: what the
   * target needs to handle a message. A push that fails for want of it costs an attempt.
   *
   * @default []
   */
  readonly after?: readonly ITerraformDependable[];

  /**
   * Deliveries before a message is set aside, 5 to 100.
   *
   * @default 5
   */
  readonly attempts?: number;

  /**
   * Seconds that Pub/Sub waits for the answer, 10 to 600; more than the target's timeout.
   *
   * @default 70 (a timeout of 60 s and the answer's way back)
   */
  readonly acknowledgementSeconds?: number;

  /**
   * Seconds for which a message waits before it is lost, 600 to 2,678,400 (31 days).
   *
   * @default 345600 (4 days)
   */
  readonly retentionSeconds?: number;

  /**
   * Seconds between two deliveries of a message: doubled from the least to the most.
   *
   * @default - 10 to 600 (600 is the most that Pub/Sub allows)
   */
  readonly backoffSeconds?: { readonly least: number; readonly most: number };

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/** Hands messages of a topic to one Cloud Run service, as an account that may do nothing else. */
export class PushConsumer extends Construct {
  readonly account: ServiceAccount;
  readonly invoker: CloudRunV2ServiceIamMember;
  readonly tokenCreator: ServiceAccountIamMember;
  readonly subscription: PubsubSubscription;
  readonly deadLetterSubscriber: PubsubSubscriptionIamMember;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PushConsumerProps,
  ) {
    super(scope, id);
    this.account = new ServiceAccount(this, "account", {
      accountId: props.names.pushAccount,
      project: props.place.project,
      displayName: `Pushes ${props.names.subscription}`,
    });
    this.invoker = this.allowInvoking();
    this.tokenCreator = this.allowTokens();
    this.subscription = this.subscribe();
    this.deadLetterSubscriber = this.allowSettingAside();
  }

  private allowInvoking(): CloudRunV2ServiceIamMember {
    const { place, target } = this.props;
    return new CloudRunV2ServiceIamMember(this, "invoker", {
      project: place.project,
      location: place.region,
      name: target.service,
      role: "roles/run.invoker",
      member: member(this.account.email),
    });
  }

  /**
   * Pub/Sub signs each push as the account. Its agent's own role brings the permission for the whole
   * project, but not in projects from before 2021-04-08 or where that role was taken away.
   */
  private allowTokens(): ServiceAccountIamMember {
    return new ServiceAccountIamMember(this, "token_creator", {
      serviceAccountId: this.account.name,
      role: "roles/iam.serviceAccountOpenIdTokenCreator",
      member: serviceAgents(this.props.place.projectNumber).pubsub,
    });
  }

  private subscribe(): PubsubSubscription {
    const { place, names, topic, deadLetter, labels } = this.props;
    const { attempts = 5, acknowledgementSeconds = 70, retentionSeconds = 345_600 } = this.props;
    const { least, most } = this.props.backoffSeconds ?? { least: 10, most: 600 };
    checkAttempts(this, attempts);
    checkAcknowledgement(this, acknowledgementSeconds);
    checkRetention(this, "retention", retentionSeconds);
    return new PubsubSubscription(this, MAIN, {
      ...{ name: names.subscription, project: place.project, topic },
      ackDeadlineSeconds: acknowledgementSeconds,
      messageRetentionDuration: `${retentionSeconds}s`,
      expirationPolicy: { ttl: "" },
      retryPolicy: { minimumBackoff: `${least}s`, maximumBackoff: `${most}s` },
      deadLetterPolicy: { deadLetterTopic: deadLetter.topic, maxDeliveryAttempts: attempts },
      pushConfig: this.push(),
      ...(labels === undefined ? {} : { labels }),
      dependsOn: [
        ...[this.invoker, this.tokenCreator, deadLetter.publisher],
        ...(this.props.after ?? []),
      ],
    });
  }

  private push() {
    const { uri } = this.props.target;
    return {
      pushEndpoint: uri,
      oidcToken: { serviceAccountEmail: this.account.email, audience: uri },
    };
  }

  /** To set a message aside is to acknowledge it: the agent must be a subscriber. */
  private allowSettingAside(): PubsubSubscriptionIamMember {
    const { project, projectNumber } = this.props.place;
    return new PubsubSubscriptionIamMember(this, "dead_letter_subscriber", {
      project,
      subscription: this.subscription.name,
      role: "roles/pubsub.subscriber",
      member: serviceAgents(projectNumber).pubsub,
    });
  }
}
