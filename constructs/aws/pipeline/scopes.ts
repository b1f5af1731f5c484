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
} from "../arn";
import type { Conditions } from "../policy";
import { NETWORK_SCOPES } from "./network_scopes";
import {
  atTheEdge,
  everywhere,
  named,
  namedIn,
  regional,
  tagged,
  toBeTagged,
  worldwide,
  type Reach,
  type Scope,
} from "./reach";

const cloudFront =
  (...kinds: readonly string[]) =>
  (reach: Reach): readonly string[] =>
    kinds.map((kind) => worldwide("cloudfront", reach, `${kind}/*`));

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

/** Services that use a key for what is made with it. */
const USES_KEYS = ["aps", "dynamodb", "ecr", "elasticache", "lambda", "rds", "secretsmanager"];

const CONTAINER_LOG_GROUPS = ["/aws/ecs/", "/aws/ecs/containerinsights/"];

/** A load balancer and its parts carry its name, and a target group one of its own. */
const balancers = named((reach, name) =>
  regional(
    "elasticloadbalancing",
    ...["app", "net"].flatMap((kind) => [
      `loadbalancer/${kind}/${name}/*`,
      `listener/${kind}/${name}/*/*`,
      `listener-rule/${kind}/${name}/*/*/*`,
    ]),
    `targetgroup/${name}/*`,
  )(reach),
);

const regionalWebAcls = (reach: Reach): readonly string[] => [
  ...regional("wafv2", "regional/managedruleset/*/*")(reach),
  ...named((one, name) => regional("wafv2", `regional/webacl/${name}/*`)(one))(reach),
];

const accelerators = (reach: Reach): string =>
  worldwide("globalaccelerator", reach, "accelerator/*");

/** Of which AWS makes a role of its own when the first is made. */
const BALANCING_SERVICES = ["elasticloadbalancing", "globalaccelerator"].map(
  (name) => `${name}.amazonaws.com`,
);

/** The interfaces with which ElastiCache reaches into a network. */
const cacheEndpoints = regional("ec2", "vpc-endpoint/*");

const LOG_GROUPS = ["/aws/lambda/", "/aws/rds/cluster/", "/aws/vendedlogs/apis/", "aws-waf-logs-"];
const EDGE_LOG_GROUPS = ["/aws/vendedlogs/cloudfront/", "aws-waf-logs-"];

const edgeLogGroups = named((reach, name) =>
  EDGE_LOG_GROUPS.map((start) => atTheEdge("logs", reach, `log-group:${start}${name}`)),
);

const groupsOf = (starts: readonly string[]) =>
  named(({ location }, name) => starts.map((start) => logGroupArn(location, start + name)));

const logGroups = (reach: Reach): readonly string[] => [
  ...groupsOf(LOG_GROUPS)(reach),
  ...(reach.containers ? groupsOf(CONTAINER_LOG_GROUPS)(reach) : []),
  ...(reach.regions.includes(EDGE_REGION) ? edgeLogGroups(reach) : []),
  `${logGroupArn(reach.location, `/aws/vendedlogs/prometheus/${reach.environment}`)}:*`,
  logGroupArn(reach.location, `/aws/vpc/${reach.environment}-*`),
];

const storeBuckets = named(({ location }, name) => bucketArn(location.region, name));

const roles = named(({ location }, name) => iamArn(location, `role/${name}`));

/** Names are the environment's own where AWS lets them be chosen, and the tag tells the rest. */
export const SCOPES = {
  ...NETWORK_SCOPES,
  alarms: { resources: namedIn("cloudwatch", "alarm:") },
  /** Listeners and endpoint groups carry no tags: those of the account's accelerators. */
  acceleratorParts: { resources: (reach) => [`${accelerators(reach)}/listener/*`] },
  /** AWS names them, and their tag tells whose they are. */
  accelerators: { resources: (reach) => [accelerators(reach)], conditions: tagged },
  aliases: {
    resources: everywhere((reach) =>
      reach.stacks.flatMap((stack) => regional("kms", `alias/${stack}`, `alias/${stack}-*`)(reach)),
    ),
  },
  anomalies: { resources: monitors, conditions: tagged },
  anywhere: { resources: () => ["*"] },
  apis: { resources: apiArns },
  balancers: { resources: balancers },
  balancingRoles: {
    resources: ({ location }) =>
      BALANCING_SERVICES.map((service) => iamArn(location, `role/aws-service-role/${service}/*`)),
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": BALANCING_SERVICES } }),
  },
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
  clusters: { resources: namedIn("ecs", "cluster/") },
  /** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/iam.identitybasedpolicies.predefinedpolicies.html */
  cacheEndpoints: {
    resources: cacheEndpoints,
    conditions: () => ({ StringEquals: { "aws:RequestTag/AmazonElastiCacheManaged": "true" } }),
  },
  cacheNetwork: {
    resources: regional("ec2", "security-group/*", "subnet/*", "vpc/*"),
    conditions: tagged,
  },
  caches: {
    resources: named((reach, name) =>
      regional(
        "elasticache",
        ...["serverlesscache", "serverlesscachesnapshot", "user", "usergroup"].map(
          (kind) => `${kind}:${name}`,
        ),
      )(reach),
    ),
  },
  /** Something that has no name yet: only with the environment's tag. */
  created: {
    resources: () => ["*"],
    conditions: toBeTagged,
  },
  databases: {
    resources: named((reach, name) =>
      regional(
        "rds",
        ...["cluster", "cluster-pg", "cluster-snapshot", "db", "subgrp"].map(
          (kind) => `${kind}:${name}`,
        ),
      )(reach),
    ),
  },
  /** Passwords that RDS keeps. */
  databaseSecrets: { resources: regional("secretsmanager", "secret:rds!cluster-*") },
  /** AWS names them, and their tag tells whose they are. */
  distributions: { resources: cloudFront("distribution"), conditions: tagged },
  /** AWS names them, and they carry no tags: those of the account. */
  edgePolicies: {
    resources: cloudFront("cache-policy", "origin-access-control", "response-headers-policy"),
  },
  ecsServices: { resources: namedIn("ecs", "service/") },
  functions: { resources: named(({ location }, name) => functionArn(location, name)) },
  /** AWS names them, and IAM asks for no tag of them. */
  healthChecks: { resources: (reach) => [route53(reach, "healthcheck/*")] },
  /** A web ACL and what it guards. */
  guarded: { resources: (reach) => [...balancers(reach), ...regionalWebAcls(reach)] },
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
  madeCacheEndpoints: {
    resources: cacheEndpoints,
    conditions: () => ({ StringEquals: { "aws:ResourceTag/AmazonElastiCacheManaged": "true" } }),
  },
  mappings: { resources: regional("lambda", "event-source-mapping:*"), conditions: tagged },
  /** AWS names them, and their tag tells whose they are. */
  namespaces: { resources: regional("servicediscovery", "namespace/*"), conditions: tagged },
  objects: { resources: named(({ location }, name) => `${bucketArn(location.region, name)}/*`) },
  /** What a stack tells those that are applied after it. */
  parameters: {
    resources: ({ location: { account, region }, environment }) => [
      `arn:${partition(region)}:ssm:${region}:${account}:parameter/plinth/${environment}/*`,
    ],
  },
  policies: { resources: named(({ location }, name) => iamArn(location, `policy/${name}`)) },
  queues: { resources: named(({ location }, name) => queueArn(location, name)) },
  /** What stands in the environment's zone, by its names. */
  records: { resources: zones, conditions: ownNames },
  repositories: { resources: namedIn("ecr", "repository/") },
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
        "kms:ViaService": USES_KEYS.map((name) => `${name}.${region}.amazonaws.com`),
      },
    }),
  },
  /** Of ECS and of Application Auto Scaling for it, which AWS writes and nobody widens. */
  serviceLinkedRoles: {
    resources: (reach) => [iamArn(reach.location, "role/aws-service-role/*")],
    conditions: () => ({
      StringEquals: {
        "iam:AWSServiceName": ["ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"],
      },
    }),
  },
  /** Not the bucket of state. */
  storeBuckets: { resources: storeBuckets },
  taskDefinitions: { resources: namedIn("ecs", "task-definition/") },
  tables: { resources: named(({ location }, name) => tableArn(location, name)) },
  topics: { resources: named(({ location }, name) => topicArn(location, name)) },
  /** And the groups of rules that AWS keeps, which a web ACL refers to. */
  webAcls: {
    resources: (reach) => [
      atTheEdge("wafv2", reach, "global/managedruleset/*/*"),
      ...named((_, name) => atTheEdge("wafv2", reach, `global/webacl/${name}/*`))(reach),
      ...regionalWebAcls(reach),
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
