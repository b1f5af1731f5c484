import { eventNames, queueNames } from "./events/names";
import { homeCell } from "./regions/name";
import { pascalCase } from "./short_name";
import { batchNames, containerNames, machineNames } from "./workload_names";

export { awsBalancerNames, type TargetGroupParts } from "./load_balancing/names";
export * from "./ticket_names";

/** Every name that two rooms share is made here; no other room joins the parts of one. */

export { JOB_ENDINGS } from "./workload_names";
export type { BatchNames, ContainerNames, MachineNames } from "./workload_names";

/** What says which copy of a service is meant. */
export interface Place {
  readonly environment: string;
  readonly cell: string;
  readonly name: string;
  /**
   * Whether its queue keeps order.
   *
   * @default false
   */
  readonly ordered?: boolean;
}

/** Stack ids never change: state keys are made of them, and `moved` cannot cross states. */
export const stackId = (environment: string, part: string): string => `${environment}-${part}`;

/** Where a stack's state lies in the state bucket; the last folder of a Google prefix. */
export const stateKey = (stack: string): string => `${stack}/terraform.tfstate`;

/** The output by which plan JSON, which carries no construct metadata, is joined to its stack. */
export const STACK_OUTPUT = "plinth_stack";

/** Without a fleet, a service lives in this one cell from the start. */
export const FIRST_CELL = "c01";

/** Where certificates, firewalls and logs of CloudFront are, whatever the environment's region. */
export const EDGE_REGION = "us-east-1";

/** The id of the rule by which a whole bucket is copied: CloudWatch's dimension `RuleId`. */
export const REPLICATION_RULE = "everything";

/** The namespace in CloudWatch of what is taken out of the logs of functions. */
export const LOG_METRICS = "Plinth/Lambda";

/** The namespace in CloudWatch of what is taken out of the events of jobs. */
export const JOB_METRICS = "Plinth/Batch";

/** What the name of a function's metric filter, and of the metric that it makes, ends with. */
export const INIT_DURATION = "init-duration";

/** Names of one function on AWS and of what belongs to it. */
export interface FunctionNames {
  readonly function: string;
  readonly alias: string;
  readonly logGroup: string;
  readonly initDuration: string;
  readonly role: string;
}

const functionNames = (name: string): FunctionNames => ({
  function: name,
  alias: "live",
  logGroup: `/aws/lambda/${name}`,
  initDuration: `${name}-${INIT_DURATION}`,
  role: name,
});

/** Names of what the container services of a cell share on AWS. */
export function awsClusterNames(environment: string, cell: string) {
  const base = `${stackId(environment, cell)}-containers`;
  return {
    /** CloudWatch's dimension `ClusterName`. */
    cluster: base,
    /** In which container services find one another. */
    namespace: base,
    /** ECS writes the measurements of a cluster there, in clear and kept as it likes where nobody made it before. */
    insightsLogGroup: `/aws/ecs/containerinsights/${base}/performance`,
    keyAlias: `alias/${base}`,
    /** Whose rights ECS has to certificates by which services speak TLS with one another. */
    connectRole: `${base}-connect`,
    connectKeyAlias: `alias/${base}-connect`,
  };
}

/** Names of a service's images on AWS, which every cell of an environment runs. */
export function awsImageNames(environment: string, service: string) {
  const base = stackId(environment, "bootstrap");
  return { repository: `${base}-${service}`, keyAlias: `alias/${base}-${service}-images` };
}

/** Names of a service's resources on AWS. */
export function awsNames({ environment, cell, name, ordered = false }: Place) {
  const base = `${environment}-${cell}-${name}`;
  return {
    ...queueNames(base, ordered),
    events: eventNames(base, ordered),
    /** Copies of a table are called as it is, in whatever region. */
    table: (store: string) => `${environment}-${homeCell(cell)}-${name}-${store}`,
    processor: functionNames(`${base}-processor`),
    /** Carries events from the outbox to the bus. */
    relay: functionNames(`${base}-outbox-relay`),
    /** An API's id is given by AWS; this is its `Name`. */
    api: base,
    /** Where what AWS made up of an API that is behind the edge stands, for the edge's stack. */
    apiContract: `/plinth/${environment}/${cell}/${name}/api`,
    /** AWS delivers logs of its own to groups under this prefix without a limit on their policy. */
    accessLogGroup: `/aws/vendedlogs/apis/${base}`,
    handler: functionNames(`${base}-handler`),
    /** Of a state machine, and its tag `Name`. */
    workflow: base,
    workflowRole: `${base}-workflow`,
    /** AWS delivers logs of its own to groups under this prefix without a limit on their policy. */
    workflowLogGroup: `/aws/vendedlogs/states/${base}`,
    /** Of an endpoint of SageMaker. */
    endpoint: base,
    /** What serves there; a rollout asks for the same name each time. */
    endpointVariant: "live",
    /** What the names of its configurations begin with, which AWS ends with 26 characters: 63 is its most. */
    endpointConfig: `${base}-`,
    endpointRole: `${base}-endpoint`,
    /** SageMaker writes there. */
    endpointLogGroup: `/aws/sagemaker/Endpoints/${base}`,
    /** Of a policy that scales an endpoint, and of the alarm that asks for it. */
    endpointScaling: (follows: string) => `${base}-endpoint-${follows}`,
    /** Starts the executions of a state machine. */
    starter: functionNames(`${base}-starter`),
    /** Bucket names are global: the account keeps them apart. */
    bucket: (store: string, account: string) => `${base}-${store}-${account}`,
    /** The bucket that holds the copy of a store in another region, and the role with which S3 copies. */
    replica: (store: string, account: string) => `${base}-${store}-${account}-replica`,
    replication: (store: string) => `${base}-${store}-replica`,
    /** A database's cluster, and a cache with its user and their group; databases and caches are looked up apart. */
    networkedStore: (store: string) => `${base}-${store}`,
    /** With which RDS writes the measurements of a database's machines. */
    databaseMonitor: (store: string) => `${base}-${store}-monitor`,
    /** The group that RDS writes to by itself. */
    databaseLogGroup: (store: string) => `/aws/rds/cluster/${base}-${store}/postgresql`,
    /** AWS ends its ARN with six characters of its own. */
    secret: (secret: string) => `${base}-${secret}`,
    /** What gives a secret another value. */
    rotation: (secret: string) => functionNames(`${base}-${secret}-rotation`),
    /** The user that a service's code has in its databases. */
    databaseUser: `app_${name.replaceAll("-", "_")}`,
    /** What counts the requests of a whole bucket: CloudWatch's dimension `FilterId`. */
    bucketMetrics: "EntireBucket",
    /** A distribution's id is given by AWS; this is its `Name`, and what belongs to it is called the same. */
    distribution: base,
    /** In us-east-1. */
    edgeLogGroup: `/aws/vendedlogs/cloudfront/${base}`,
    /** Unique in an account. */
    edgeFunction: (event: string) => `${base}-${event}`,
    /** In us-east-1; CloudFront writes there what the code of a function says. */
    edgeFunctionLogGroup: (event: string) => `/aws/cloudfront/function/${base}-${event}`,
    /** Of a function behind the caches, in us-east-1, and of its role. */
    originFunction: (event: string) => `${base}-${event}`,
    /** In every region in which a function behind the caches runs; one of Lambda's own name would be called otherwise there. */
    originFunctionLogGroup: (event: string) => `/aws/lambda-edge/${base}-${event}`,
    firewall: base,
    /** In us-east-1; AWS WAF takes groups of this prefix alone. */
    firewallLogGroup: `aws-waf-logs-${base}`,
    warmPolicy: `${base}-handler-warm`,
    /** The alarm of CloudWatch that takes a new version back. */
    burnAlarm: (objective: string) => `${base}-${objective}-burn`,
    /** The alarm by which a region counts as unhealthy for the service. */
    regionAlarm: `${base}-region`,
    container: containerNames(base),
    machine: machineNames(base),
    batch: batchNames(base),
    keyAlias: (purpose: string) => `alias/${base}-${purpose}`,
  };
}

/**
 * Names of what hands a function's calls over from version to version.
 *
 * @param name - the function's
 */
export const awsShiftNames = (name: string) => ({
  application: name,
  group: name,
  role: `${name}-rollout`,
  /** What it says is in its name: it cannot be changed while a group uses it, so another one takes its place. */
  config: (strategy: string, percent: number, minutes: number) =>
    `${name}-${strategy}-${percent}-percent-${minutes}-minutes`,
});

/** What code finds an index of a table under: `by-customer` of `state` as `STATE_TABLE_INDEX_BY_CUSTOMER`. */
export const indexVariable = (store: string, index: string): string =>
  `${store}-table-index-${index}`.replace(/[^A-Za-z0-9]/g, "_").toUpperCase();

/** Names of what a pipeline takes to plan and apply an AWS environment. */
export function awsPipelineNames(environment: string) {
  const base = stackId(environment, "bootstrap");
  return {
    plan: `${base}-plan`,
    apply: `${base}-apply`,
    boundary: `${base}-boundary`,
    logDelivery: `${base}-log-delivery`,
    policy: (part: string) => `${base}-pipeline-${part}`,
  };
}

/** A route's id in its stack: `GET /v1/items/{id}` → `get-v1-items-id`. Its place among the routes is no part of it. */
export const routeId = (method: string, path: string): string =>
  `${method} ${path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/-$/, "");

/** Names of what watches an AWS environment. */
export const awsWatchNames = (environment: string) => ({
  workspace: `plinth-${environment}`,
  keyAlias: `alias/${environment}-observability`,
  /** AWS delivers logs of its own to groups under this prefix without a limit on their policy. */
  logGroup: `/aws/vendedlogs/prometheus/${environment}`,
});

/** Names of what guards the cost of an AWS environment. */
export function awsCostNames(environment: string) {
  const base = `${stackId(environment, "observability")}-cost`;
  return {
    budget: base,
    monitor: base,
    subscription: (frequency: string) => `${base}-${frequency}`,
    topic: base,
    keyAlias: `alias/${base}`,
  };
}

/** Names of the network of a cell on AWS; that of the first cell is called the environment's. */
export function awsNetworkNames(environment: string, cell: string = FIRST_CELL) {
  const isFirst = cell === FIRST_CELL;
  const base = stackId(isFirst ? environment : stackId(environment, cell), "network");
  return {
    /** The stack that holds it is called so too. */
    network: base,
    /** What stands in it, such as `private-a`. */
    part: (part: string) => `${base}-${part}`,
    flowLogGroup: `/aws/vpc/${base}/flows`,
    keyAlias: (purpose: string) => `alias/${base}-${purpose}`,
    /** Where the ids that AWS gave stand, for the stacks that are applied later. */
    contract: isFirst ? `/plinth/${environment}/network` : `/plinth/${environment}/${cell}/network`,
  };
}

/** Names of what leads to a cell's region or away from it. */
export const awsRegionNames = (environment: string, cell: string) => ({
  /** By which people leave the region; it stands in the other one. */
  switch: `${stackId(environment, cell)}-left`,
});

/** What people write into CloudWatch to leave a region (docs/regions.md). */
export const SWITCH_METRIC = { namespace: "Plinth/Regions", name: "Left" } as const;

/** Names of an AWS environment's zone. */
export const awsDnsNames = (environment: string) => ({
  /** Where the id that AWS gave stands, for the stacks that are applied later. */
  contract: `/plinth/${environment}/dns`,
});

/** Names of a service's resources on Google Cloud. Account ids have 30 characters at most. */
export function googleNames({ environment, cell, name }: Place) {
  const base = `${environment}-${cell}-${name}`;
  return {
    topic: `${base}-events`,
    subscription: `${base}-events`,
    deadLetterTopic: `${base}-events-dlq`,
    deadLetterSubscription: `${base}-events-dlq`,
    processor: `${base}-processor`,
    database: (store: string) => `${base}-${store}`,
    collection: name,
    runAccount: `${name}-${cell}-run`,
    pushAccount: `${name}-${cell}-push`,
    buildAccount: `${name}-${cell}-build`,
    keyRing: base,
    key: (purpose: string) => purpose,
    logBucket: base,
    /** Bucket names have 63 characters at most: the project, one per environment, stands for it. */
    sourceBucket: (project: string) => `${project}-${cell}-${name}-source`,
  };
}

/** Tags on AWS and labels on Google Cloud: the four that every resource carries. */
export interface Tags {
  readonly service: string;
  readonly owner: string;
  readonly environment: string;
  readonly "cost-center": string;
}

/** The service's name in tags of what services share. */
export const SHARED = "platform";

/** Names of an SLO's series, as Sloth records them, so that its public boards work. */
export const series = {
  errorRatio: (window: string) => `slo:sli_error:ratio_rate${window}`,
  objective: "slo:objective:ratio",
  errorBudget: "slo:error_budget:ratio",
  timePeriodDays: "slo:time_period:days",
  currentBurnRate: "slo:current_burn_rate:ratio",
  periodBurnRate: "slo:period_burn_rate:ratio",
  budgetRemaining: "slo:period_error_budget_remaining:ratio",
  info: "sloth_slo_info",
  /** Bad events of one minute; a time slice that is bad counts 1. Sloth has no such series. */
  bad: "slo:sli_bad:count1m",
  /** Good and bad events of one minute; a time slice that has data counts 1. */
  total: "slo:sli_total:count1m",
  /** Events of one minute, where an objective judges minutes by their events. */
  badEvents: "slo:sli_bad_events:count1m",
  totalEvents: "slo:sli_total_events:count1m",
  /** Calls of the processor in one minute, and those within an objective's time. */
  calls: "slo:calls:count1m",
  fastCalls: "slo:calls_fast:count1m",
  /** Events handled in one minute. */
  handled: "slo:events_handled:count1m",
  /** Requests that a service's tasks answered in one minute, and those that the balancer turned away since none was there. */
  answered: "slo:requests_answered:count1m",
  turnedAway: "slo:requests_turned_away:count1m",
  /** Series in which a service's own code counts, while there are any; and 1 where it was heard of late. */
  applicationSeries: "slo:application_series:count",
  applicationHeard: "slo:application_heard:bool",
  /** Outcomes of one minute, and the good ones among them. */
  outcomes: "slo:outcomes:count1m",
  goodOutcomes: "slo:outcomes_good:count1m",
  /** Bad and total, each minute under the number of its month: the label `sloth_month`. */
  badByMonth: "slo:sli_bad:count1m_by_month",
  totalByMonth: "slo:sli_total:count1m_by_month",
  /** Their sums since the month began. */
  badInMonth: "slo:sli_bad:sum_month",
  totalInMonth: "slo:sli_total:sum_month",
  /** 1 at each full hour in which a resource was there to be used, and the exporter there to see it. */
  watched: "idle:watched:bool",
  /** Messages in a dead-letter queue, carried over minutes of which nothing is known. */
  deadLetterDepth: "slo:dead_letters:depth",
} as const;

/** The id of an SLO: Sloth's `<service>-<slo>`. */
export const sloId = (service: string, objective: string): string => `${service}-${objective}`;

/** The labels that tell SLOs apart. */
export function sloLabels(place: Place, objective: string) {
  return {
    sloth_id: sloId(place.name, objective),
    sloth_service: place.name,
    sloth_slo: objective,
    environment: place.environment,
    cell: place.cell,
  };
}

/** What the names of an objective's alerts end with. */
export const ALERT_KINDS = ["ErrorBudgetBurn", "MetricAbsent"] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** An alert's name: one for all tiers of an SLO, which the label `burn_tier` tells apart. */
export const alertName = (service: string, objective: string, kind: AlertKind): string =>
  `${pascalCase(sloId(service, objective))}${kind}`;

/** Alerts on the alerting itself, one of each an environment; all but the first are called as in the mixins of Prometheus and Alertmanager. */
export type MetaAlertName =
  | "Watchdog"
  | "PrometheusRuleFailures"
  | "PrometheusMissingRuleEvaluations"
  | "PrometheusErrorSendingAlertsToAnyAlertmanager"
  | "AlertmanagerFailedToSendAlerts";

/** Their rule file; no service is called so, because of the underscore. */
export const META_RULES = "meta_monitoring";

/** `OrdersSuccessErrorBudgetBurn` → `orders-success-error-budget-burn.md`. */
export const runbookFile = (alert: string): string =>
  `${alert.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase()}.md`;

/** @param runbooks - the environment's `links.runbooks` */
export const runbookUrl = (runbooks: string, alert: string): string =>
  `${runbooks}/${runbookFile(alert)}`;

/** A board's uid: Grafana allows 40 characters; an environment has 10 at most and a service 20. */
export const boardUid = (environment: string, service: string): string =>
  `${environment}-${service}`;

export const boardTitle = (service: string, environment: string): string =>
  `${service} / ${environment}`;

/** The board of a whole environment; no service is called so, because of the underscore. */
export const fleetUid = (environment: string): string => `${environment}_fleet`;

export const fleetTitle = (environment: string): string => `Fleet / ${environment}`;

/** The board of all that an environment's services keep. */
export const dataUid = (environment: string): string => `${environment}_data`;

export const dataTitle = (environment: string): string => `Data / ${environment}`;

/** The board of where an environment meets its users. */
export const edgeUid = (environment: string): string => `${environment}_edge`;

export const edgeTitle = (environment: string): string => `Edge / ${environment}`;

/** @param grafana - the environment's `links.grafana` */
export const boardUrl = (grafana: string, uid: string, panelId?: number): string =>
  `${grafana}/d/${uid}${panelId === undefined ? "" : `?viewPanel=${panelId}`}`;

/** What is marked on boards beside alerts: that something was deployed, that releases stop or go on. */
export type AnnotationKind = "deploy" | "freeze";

/** Tags by which boards find what `plinth annotate` posts to Grafana's own store. */
export const annotationTags = (
  kind: AnnotationKind,
  environment: string,
  ...services: readonly string[]
): string[] => [
  kind,
  `environment:${environment}`,
  ...services.map((service) => `service:${service}`),
];

/** The uid of the folder that holds an environment's boards in Grafana. */
export const folderUid = (environment: string): string => `plinth-${environment}`;

/** The uid of a data source in Grafana. @param kind - such as `prometheus` */
export const dataSourceUid = (environment: string, kind: string): string =>
  `plinth-${environment}-${kind}`;

/** Where Mimir keeps the groups of one rule file. */
export const mimirNamespace = (environment: string, name: string): string =>
  `plinth-${environment}-${name}`;

/** The panel of a board that shows an SLO's burn; alerts link to it. Panels of SLOs have the ids from 101 on. */
export const sloPanelId = (objectiveIndex: number): number => 101 + objectiveIndex;

/** The panel of a service's board that shows its cold starts; runbooks link to it. */
export const COLD_STARTS_PANEL = 504;

/** Files under `out/<environment>/`. */
export const files = {
  rules: (service: string) => `prometheus/rules/${service}.yaml`,
  ruleTests: (service: string) => `prometheus/tests/${service}.yaml`,
  hourlyRuleTests: (service: string) => `prometheus/tests/${service}_hourly.yaml`,
  houseRules: "prometheus/pint.hcl",
  prometheus: "prometheus/prometheus.yml",
  mimirRules: (name: string) => `prometheus/mimir/${name}.yaml`,
  thanosRuler: "prometheus/thanos/ruler.yaml",
  alertmanager: "alertmanager/alertmanager.yaml",
  dashboard: (uid: string) => `grafana/dashboards/${uid}.json`,
  grafanaProvider: "grafana/provisioning/dashboards/plinth.yaml",
  grafanaDataSources: "grafana/provisioning/datasources/plinth.yaml",
  exporter: (name: string) => `exporters/${name}.yaml`,
  collector: "otel/collector.yaml",
  /** What a service's OpenTelemetry SDK reads from its environment. */
  sdk: (service: string) => `otel/${service}.env`,
  tempo: "otel/tempo.yaml",
  loki: "otel/loki.yaml",
  compose: "compose.yaml",
  /** A page with the picture of an environment. */
  diagram: "diagram.md",
  openApi: (service: string) => `openapi/${service}.yaml`,
  asyncApi: (service: string) => `asyncapi/${service}.yaml`,
  /** Which contracts there are. */
  contracts: "contracts.json",
  /** In which order a change reaches the cells of a fleet. */
  waves: "waves.json",
  openSlo: (service: string) => `openslo/${service}.yaml`,
  runbook: (alert: string) => `runbooks/${runbookFile(alert)}`,
  exemptions: "gate/exemptions.json",
} as const;
