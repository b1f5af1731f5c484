import type { MaintenanceWindow } from "./maintenance";
import type { Duration, Owner, ServiceDeclaration } from "./declaration";
import type { PipelineDeclaration } from "./pipeline";
import type { NetworkDeclaration } from "./network/declaration";

/** Where services run. One file under `environments/` each; data only. */
export type EnvironmentDeclaration = AwsEnvironment | GoogleEnvironment;

interface EnvironmentBase {
  /** Lower-case letters, digits and dashes, 2 to 10 characters; the first part of every name. */
  readonly name: string;

  /** Decides safety and money: deletion protection is on in production. */
  readonly stage: "development" | "production";

  /** Who answers for what the services share: state, keys, network. */
  readonly owner: Owner;

  /** The cost center that pays for what the services share. */
  readonly costCenter: string;

  /**
   * How long logs are kept unless a service says otherwise.
   *
   * @default "30d" in development, "90d" in production
   */
  readonly logRetention?: Duration;

  /**
   * The network of what services run in machines, containers and databases; queues, functions and tables need none.
   *
   * @default - no network
   */
  readonly network?: NetworkDeclaration;

  readonly links: Links;

  readonly alerting: Alerting;

  /**
   * Times in which the alerts of all objectives are kept silent. Alerts on the alerting itself never are.
   *
   * @default []
   */
  readonly maintenance?: readonly MaintenanceWindow[];

  /**
   * What the gate makes of a rule that no stage could decide.
   *
   * @default "warn"
   */
  readonly undetermined?: "warn" | "deny";

  /**
   * How strictly the gate enforces its rules here.
   *
   * @default - each rule as its page in `docs/policies` says
   */
  readonly enforcement?: Enforcement;

  /**
   * Rules set aside for one resource, for at most 90 days.
   *
   * @default []
   */
  readonly exemptions?: readonly Exemption[];

  /**
   * Fixes that may go out while an error budget is spent, for at most 7 days each. Merged in a change of their own:
   * a pull request is judged by those of its base.
   *
   * @default []
   */
  readonly freezeExceptions?: readonly FreezeException[];

  readonly services: readonly ServiceDeclaration[];
}

export interface AwsEnvironment extends EnvironmentBase {
  readonly cloud: "aws";

  /** The twelve digits of the account. */
  readonly account: string;

  /** Such as `us-east-1`. */
  readonly region: string;

  /** The bucket that holds every stack's state; the bootstrap stack makes it. Bucket names are global. */
  readonly stateBucket: string;

  /**
   * Let Amazon Managed Service for Prometheus run the rules and send the alerts: the observability stack holds both.
   *
   * @default - you run them, from the files under `prometheus/` and `alertmanager/`
   */
  readonly managedAlerting?: ManagedAlerting;

  /**
   * Who plans and applies from a pipeline: the bootstrap stack makes a role for each (docs/identity.md).
   *
   * @default - nobody: roles are yours to make
   */
  readonly pipeline?: PipelineDeclaration;
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

export interface GoogleEnvironment extends EnvironmentBase {
  readonly cloud: "google";

  /** The project's id. */
  readonly project: string;

  /** The project's number, which names Google's service agents. */
  readonly projectNumber: string;

  /** Such as `us-central1`. */
  readonly region: string;

  /** The bucket that holds every stack's state; the bootstrap stack makes it. Bucket names are global. */
  readonly stateBucket: string;

  /**
   * Let Cloud Monitoring evaluate and send the alerts on error budgets: the observability stack holds them.
   *
   * @default - you run them, from the files under `prometheus/` and `alertmanager/`
   */
  readonly managedAlerting?: GoogleManagedAlerting;
}

/** Who is told by Cloud Monitoring: channels of the environment's project, which somebody made and verified there. */
export interface GoogleManagedAlerting {
  /** The channel that pages a person: `projects/<project>/notificationChannels/<number>`. */
  readonly page: string;

  /** The channel that files a ticket. */
  readonly ticket: string;
}

/** Where people look: the first part of the links in alerts, boards and runbooks. */
export interface Links {
  /** Grafana's address, without a slash at the end. */
  readonly grafana: string;

  /** The address under which the folder `out/<environment>/runbooks` is published, without a slash at the end. */
  readonly runbooks: string;
}

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

export type Severity = "critical" | "high" | "medium" | "low";

/** `advisory` informs and never denies, `overridable` denies unless exempted, `hard` denies whatever is exempted. */
export type Level = "advisory" | "overridable" | "hard";

/** What an environment makes of the gate's rules. What is said of one rule wins over what is said of a severity. */
export interface Enforcement {
  /**
   * The level of every rule of a severity whose METADATA names none.
   *
   * @default - "advisory" for `low`, "overridable" for the others
   */
  readonly levels?: Readonly<Partial<Record<Severity, Level>>>;

  /**
   * By the id of one of Plinth's rules, such as `AWS-SQS-001`. Rules of your own say it in their METADATA (`level`).
   *
   * @default {}
   */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface RuleSetting {
  /** @default - the rule's own, else that of its severity */
  readonly level?: Level;

  /** @default - the rule's own */
  readonly severity?: Severity;
}

/** A fix that two people let through the release freeze. Names either a service or a stack. */
export interface FreezeException {
  /** The service whose change goes out, wherever it lives. */
  readonly service?: string;

  /** The stack whose changes go out, whichever services they are of. */
  readonly stack?: string;

  /** What `plinth gate --intent` has to say. */
  readonly intent: "security" | "p0";

  /** Who asks for it: a person or a team. */
  readonly owner: string;

  /** Who allows it: somebody else. */
  readonly approver: string;

  readonly reason: string;

  readonly ticket: string;

  /** The first day on which it holds, `YYYY-MM-DD`. */
  readonly granted: string;

  /** The last day on which it holds, `YYYY-MM-DD`, at most 7 days after `granted`. */
  readonly expires: string;
}

/** One rule set aside for one resource, on the record. */
export interface Exemption {
  /** The rule's id, such as `AWS-SQS-001`. */
  readonly rule: string;

  /** The Terraform address, such as `aws_sqs_queue.orders_events`. */
  readonly address: string;

  /** The stack that holds the address. */
  readonly stack: string;

  /** The team that answers for it. */
  readonly owner: string;

  readonly reason: string;

  readonly ticket: string;

  /** The last day on which it holds, `YYYY-MM-DD`, at most 90 days after `granted`. */
  readonly expires: string;

  /** The day on which it was granted, `YYYY-MM-DD`. */
  readonly granted: string;

  /**
   * The 32 hexadecimal digits that the gate reports for it: of exactly the fields that the rule reads.
   * Where they differ, the exemption is void.
   *
   * @default - it covers whatever the resource becomes, and the gate says what to write here
   */
  readonly fingerprint?: string;
}
