import type { CostDeclaration } from "./cost/declaration";
import type { Alerting, GoogleManagedAlerting, ManagedAlerting } from "./alerting";
import type { DnsDeclaration } from "./dns/declaration";
import type { BackupDeclaration } from "./backup/declaration";
import type { FleetDeclaration } from "./cells/declaration";
import type { EventBusDeclaration } from "./events/declaration";
import type { Duration, Owner, ServiceDeclaration } from "./declaration";
import type { Enforcement } from "./gate/enforcement";
import type { Exemption, FreezeException } from "./gate/exemptions";
import type { LoadBalancerDeclaration } from "./load_balancing/declaration";
import type { MaintenanceWindow } from "./maintenance";
import type { NetworkDeclaration } from "./network/declaration";
import type { PipelineDeclaration } from "./pipeline";
import type { RegionsDeclaration } from "./regions/declaration";
import type { SignInDeclaration } from "./sign_in/declaration";
import type { ToolDeclaration } from "./tool";

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

  /**
   * The zone in which hosts are found: certificates for them and records of them are made in it.
   *
   * @default - no zone: certificates are given, and records are yours to make
   */
  readonly dns?: DnsDeclaration;

  /**
   * The users of the environment and the pages on which they sign in.
   *
   * @default - no users: services take the tokens of issuers that are there already
   */
  readonly signIn?: SignInDeclaration;

  /**
   * The load balancer of each cell that has a service behind one (docs/load_balancing.md).
   *
   * @default - every default of {@link LoadBalancerDeclaration}
   */
  readonly loadBalancer?: LoadBalancerDeclaration;

  readonly links: Links;

  readonly alerting: Alerting;

  /**
   * What the environment may cost a month, and who is told: by a budget, and of what costs otherwise than before. The observability
   * stack holds both (docs/cost.md).
   *
   * @default - nobody is told
   */
  readonly cost?: CostDeclaration;

  /**
   * Times in which the alerts of all objectives are kept silent. Alerts on the alerting itself never are.
   *
   * @default []
   */
  readonly maintenance?: readonly MaintenanceWindow[];

  /**
   * What plans and applies the stacks, and its oldest version: every stack asks for it. Which program is run is said by
   * `TERRAFORM_BINARY_NAME`, for `cdktf` and `plinth` alike.
   *
   * @default - either tool, from 1.10 on
   */
  readonly tool?: ToolDeclaration;

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
   * Many cells, each with all services and a share of the users (docs/cells.md).
   *
   * @default - one cell, `c01`, which has all users
   */
  readonly cells?: FleetDeclaration;

  /**
   * A second region for some of the services, to which requests and events go while the first is not healthy, or always to the nearer (docs/regions.md).
   *
   * @default - all is in the environment's region
   */
  readonly regions?: RegionsDeclaration;

  /**
   * Where services of content delivery answer.
   *
   * @default - at CloudFront's own address, whose certificate lets TLS 1.0 in: the gate denies it
   */
  readonly edge?: EdgeDeclaration;

  /**
   * Copies of the services' tables and databases in a vault of each cell (docs/backup.md), beside those by which each store can be put back
   * in time; a store says `backup: false` to be left out.
   *
   * @default - every default of {@link BackupDeclaration} in production, "none" in development
   */
  readonly backup?: BackupDeclaration | "none";

  /**
   * ARN of a private certificate authority of the environment's region, tagged `AmazonECSManaged: true`. With it the container services of a cell, and its load
   * balancer, speak TLS 1.3 with one another; ECS makes and renews the certificates (docs/containers.md).
   *
   * @default - what container services say to one another is not encrypted
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html
   */
  readonly privateCa?: string;

  /**
   * The event bus of each cell in which a service publishes events or subscribes to some (docs/events.md).
   *
   * @default - every default of {@link EventBusDeclaration}
   */
  readonly eventBus?: EventBusDeclaration;

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

/** The domain of what is served from caches near its users. */
export interface EdgeDeclaration {
  /** Such as `example.com`: a service answers below it. Where it lies in the zone of `dns`, a record there leads to the service's distribution. */
  readonly domain: string;

  /**
   * ARN of the certificate for `*.<domain>`, of the environment's account; CloudFront takes those in us-east-1 alone.
   *
   * @default - each service gets one for its address, proved by a record in the zone of `dns`
   */
  readonly certificate?: string;
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

/** Where people look: the first part of the links in alerts, boards and runbooks. */
export interface Links {
  /** Grafana's address, without a slash at the end. */
  readonly grafana: string;

  /** The address under which the folder `out/<environment>/runbooks` is published, without a slash at the end. */
  readonly runbooks: string;
}
