import type { Dns } from "../../../model/dns/dns";
import { EDGE_REGION } from "../../../model/names";
import {
  bucketArn,
  functionArn,
  iamArn,
  logGroupArn,
  partition,
  queueArn,
  tableArn,
  topicArn,
  type Location,
} from "../arn";
import type { Conditions } from "../policy";

/** What a role of the pipeline reaches. */
export interface Reach {
  readonly location: Location;
  /** Where the stacks' resources are: the environment's region first, then those of an edge and of copies. */
  readonly regions: readonly string[];
  readonly environment: string;
  /** What the names of everything reached begin with: ids of stacks. */
  readonly stacks: readonly string[];
  /** Buckets by their whole name. */
  readonly buckets: readonly string[];
  readonly issuer: string;
  /** ARN of the boundary that every role of a service has. */
  readonly boundary: string;
  /** The environment's zone; undefined where none is declared. */
  readonly dns: Dns | undefined;
}

interface Scope {
  readonly resources: (reach: Reach) => readonly string[];
  readonly conditions?: (reach: Reach) => Conditions;
}

const named =
  (name: (reach: Reach, pattern: string) => string | readonly string[]) =>
  (reach: Reach): readonly string[] =>
    reach.stacks.flatMap((stack) => name(reach, `${stack}-*`));

/** What AWS names itself is known by the environment's tag. */
const tagged = ({ environment }: Reach): Conditions => ({
  StringEquals: { "aws:ResourceTag/environment": environment },
});

const toBeTagged = ({ environment }: Reach): Conditions => ({
  StringEquals: { "aws:RequestTag/environment": environment },
});

const regional =
  (service: string, ...resources: readonly string[]) =>
  ({ location: { account, region } }: Reach): readonly string[] =>
    resources.map((one) => `arn:${partition(region)}:${service}:${region}:${account}:${one}`);

/** The same in each region of the stacks. */
const everywhere =
  (resources: (reach: Reach) => readonly string[]) =>
  (reach: Reach): readonly string[] =>
    reach.regions.flatMap((region) =>
      resources({ ...reach, location: { ...reach.location, region } }),
    );

/** Of a service that has no region. */
const worldwide = (
  service: string,
  { location: { account, region } }: Reach,
  resource: string,
): string => `arn:${partition(region)}:${service}::${account}:${resource}`;

const cloudFront =
  (...kinds: readonly string[]) =>
  (reach: Reach): readonly string[] =>
    kinds.map((kind) => worldwide("cloudfront", reach, `${kind}/*`));

const atTheEdge = (service: string, { location: { account } }: Reach, resource: string): string =>
  `arn:${partition(EDGE_REGION)}:${service}:${EDGE_REGION}:${account}:${resource}`;

const delivery = (reach: Reach): string => atTheEdge("logs", reach, "delivery:*");

const deliveryEnds = named((reach, name) =>
  ["delivery-source", "delivery-destination"].map((kind) =>
    atTheEdge("logs", reach, `${kind}:${name}`),
  ),
);

const apiArns = ({ location: { region } }: Reach): readonly string[] =>
  ["/apis", "/apis/*", "/tags/*"].map(
    (path) => `arn:${partition(region)}:apigateway:${region}::${path}`,
  );

const budgetArn = (reach: Reach, name: string): string =>
  worldwide("budgets", reach, `budget/${name}`);

const monitors = (reach: Reach): readonly string[] =>
  ["anomalymonitor/*", "anomalysubscription/*"].map((one) => worldwide("ce", reach, one));

/** Of Route 53, whose ARNs name no account. */
const route53 = ({ location: { region } }: Reach, resource: string): string =>
  `arn:${partition(region)}:route53:::${resource}`;

/** One that Plinth makes gets its id from AWS, and carries tags that IAM does not ask for. */
const zones = (reach: Reach): readonly string[] => [
  route53(reach, `hostedzone/${reach.dns?.id ?? "*"}`),
];

/** Names of the environment's zone alone, whichever zones of the account a pipeline reaches. */
const ownNames = ({ dns }: Reach): Conditions =>
  dns === undefined
    ? {}
    : {
        "ForAllValues:StringLike": {
          "route53:ChangeResourceRecordSetsNormalizedRecordNames": [dns.zone, `*.${dns.zone}`],
        },
      };

const LOG_GROUPS = ["/aws/lambda/", "/aws/vendedlogs/apis/"];
const EDGE_LOG_GROUPS = ["/aws/vendedlogs/cloudfront/", "aws-waf-logs-"];

const edgeLogGroups = named((reach, name) =>
  EDGE_LOG_GROUPS.map((start) => atTheEdge("logs", reach, `log-group:${start}${name}`)),
);

const logGroups = (reach: Reach): readonly string[] => [
  ...named(({ location }, name) => LOG_GROUPS.map((start) => logGroupArn(location, start + name)))(
    reach,
  ),
  ...(reach.regions.includes(EDGE_REGION) ? edgeLogGroups(reach) : []),
  `${logGroupArn(reach.location, `/aws/vendedlogs/prometheus/${reach.environment}`)}:*`,
];

const storeBuckets = named(({ location }, name) => bucketArn(location.region, name));

const roles = named(({ location }, name) => iamArn(location, `role/${name}`));

/** Names are the environment's own where AWS lets them be chosen, and the tag tells the rest. */
export const SCOPES = {
  aliases: {
    resources: everywhere((reach) =>
      reach.stacks.flatMap((stack) => regional("kms", `alias/${stack}`, `alias/${stack}-*`)(reach)),
    ),
  },
  anomalies: { resources: monitors, conditions: tagged },
  anywhere: { resources: () => ["*"] },
  apis: { resources: apiArns },
  boundedRoles: {
    resources: roles,
    conditions: ({ boundary }) => ({ StringEquals: { "iam:PermissionsBoundary": boundary } }),
  },
  buckets: {
    resources: (reach) => [
      ...reach.buckets.map((name) => bucketArn(reach.location.region, name)),
      ...storeBuckets(reach),
    ],
  },
  budgets: { resources: named(budgetArn) },
  /** AWS names them, and their tag tells whose they are. */
  certificates: { resources: everywhere(regional("acm", "certificate/*")), conditions: tagged },
  /** Something that has no name yet: only with the environment's tag. */
  created: {
    resources: () => ["*"],
    conditions: toBeTagged,
  },
  /** AWS names them, and their tag tells whose they are. */
  distributions: { resources: cloudFront("distribution"), conditions: tagged },
  /** AWS names them, and they carry no tags: those of the account. */
  edgePolicies: {
    resources: cloudFront("cache-policy", "origin-access-control", "response-headers-policy"),
  },
  functions: { resources: named(({ location }, name) => functionArn(location, name)) },
  /** AWS names them, and IAM asks for no tag of them. */
  healthChecks: { resources: (reach) => [route53(reach, "healthcheck/*")] },
  identityProviders: {
    resources: ({ location, issuer }) => [iamArn(location, `oidc-provider/${issuer}`)],
  },
  keys: { resources: everywhere(regional("kms", "key/*")), conditions: tagged },
  /** AWS names a delivery, and its tag tells whose it is. */
  deliveries: { resources: (reach) => [delivery(reach)], conditions: tagged },
  /** What a delivery is from and to. */
  deliveryEnds: { resources: deliveryEnds },
  newDeliveries: {
    resources: (reach) => [delivery(reach), ...deliveryEnds(reach)],
    conditions: toBeTagged,
  },
  logGroups: { resources: logGroups },
  mappings: { resources: regional("lambda", "event-source-mapping:*"), conditions: tagged },
  objects: { resources: named(({ location }, name) => `${bucketArn(location.region, name)}/*`) },
  policies: { resources: named(({ location }, name) => iamArn(location, `policy/${name}`)) },
  queues: { resources: named(({ location }, name) => queueArn(location, name)) },
  /** What stands in the environment's zone, by its names. */
  records: { resources: zones, conditions: ownNames },
  roles: { resources: roles },
  scalableTargets: {
    resources: regional("application-autoscaling", "scalable-target/*"),
    conditions: tagged,
  },
  /** Keys as services use them for what is made: never by who holds the role. */
  servedKeys: {
    resources: regional("kms", "key/*"),
    conditions: ({ environment, location: { region } }) => ({
      StringEquals: {
        "aws:ResourceTag/environment": environment,
        "kms:ViaService": ["aps", "dynamodb", "lambda"].map(
          (name) => `${name}.${region}.amazonaws.com`,
        ),
      },
    }),
  },
  /** Not the bucket of state. */
  storeBuckets: { resources: storeBuckets },
  tables: { resources: named(({ location }, name) => tableArn(location, name)) },
  topics: { resources: named(({ location }, name) => topicArn(location, name)) },
  /** And the groups of rules that AWS keeps, which a web ACL refers to. */
  webAcls: {
    resources: (reach) => [
      atTheEdge("wafv2", reach, "global/managedruleset/*/*"),
      ...named((_, name) => atTheEdge("wafv2", reach, `global/webacl/${name}/*`))(reach),
    ],
  },
  workspaces: {
    resources: regional("aps", "workspace/*", "rulegroupsnamespace/*/*"),
    conditions: tagged,
  },
  zoneChanges: { resources: (reach) => [route53(reach, "change/*")] },
  zones: { resources: zones },
} as const satisfies Readonly<Record<string, Scope>>;

export type ScopeName = keyof typeof SCOPES;

export const scopeOf = (name: ScopeName): Scope => SCOPES[name];
