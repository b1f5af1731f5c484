/** Who is told. Addresses hold no secret: Alertmanager reads the token from a file. */
export interface Alerting {
  /** Webhook that pages a person. */
  readonly page: string;

  /** Webhook that files a ticket. */
  readonly ticket: string;

  /**
   * Webhook of the dead-man's switch, called every minute for as long as alerting works. What listens there runs
   * elsewhere, and raises an alarm of its own when it has heard nothing for five minutes.
   *
   * @default - nobody notices when alerting itself stops; Alertmanager's configuration and the runbook say so
   */
  readonly watchdog?: string;
}

/**
 * Who is told by Amazon Managed Service for Prometheus, which calls topics of SNS only. Each lies in the
 * environment's account and region, and its policy lets `aps.amazonaws.com` publish.
 */
export interface ManagedAlerting {
  /** ARN of the topic that pages a person. */
  readonly page: string;

  /** ARN of the topic that files a ticket. */
  readonly ticket: string;

  /**
   * ARN of the topic of the dead-man's switch; see {@link Alerting.watchdog}.
   *
   * @default - nobody notices when alerting itself stops
   */
  readonly watchdog?: string;
}

/** Who is told by Cloud Monitoring: channels of the environment's project, which somebody made and verified there. */
export interface GoogleManagedAlerting {
  /** The channel that pages a person: `projects/<project>/notificationChannels/<number>`. */
  readonly page: string;

  /** The channel that files a ticket. */
  readonly ticket: string;
}
