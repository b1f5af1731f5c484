import { awsImageNames, awsNames } from "../../../model/names";
import { bucketArn, functionArn, iamArn, partition, queueArn, tableArn, topicArn } from "../arn";
import type { Conditions } from "../policy";
import { LOG_SCOPES } from "./log_scopes";
import { BACKUP_SCOPES } from "./backup_scopes";
import { BATCH_SCOPES } from "./batch_scopes";
import { COPY_SCOPES } from "./copy_scopes";
import { FILE_SCOPES } from "./file_scopes";
import { EVENT_SCOPES } from "./event_scopes";
import { LINKED_SERVICES } from "./linked_services";
import { MACHINE_SCOPES } from "./machine_scopes";
import { NETWORK_SCOPES } from "./network_scopes";
import {
  atTheEdge,
  butTheEdge,
  everywhere,
  holding,
  holds,
  inEachRegion,
  named,
  namedAtHome,
  namedIn,
  regional,
  tagged,
  theEdge,
  toBeTagged,
  worldwide,
  type Reach,
  type Scope,
} from "./reach";
import { INFERENCE_SCOPES } from "./inference_scopes";
import { MODEL_SCOPES } from "./model_scopes";
import { SECRET_SCOPES } from "./secret_scopes";
import { SIGN_IN_SCOPES } from "./sign_in_scopes";

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

const apiDomains = ({ dns, location: { region } }: Reach): readonly string[] => [
  ...[
    "/domainnames",
    `/domainnames/*.${dns?.zone}`,
    `/domainnames/*.${dns?.zone}/apimappings*`,
  ].map((path) => `arn:${partition(region)}:apigateway:${region}::${path}`),
  `arn:${partition(region)}:apigateway:${region}::/tags/*`,
];

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
const USES_KEYS = [
  ...["aps", "dynamodb", "ecr", "elasticache", "elasticfilesystem"],
  ...["lambda", "rds", "sagemaker", "scheduler", "secretsmanager", "states"],
];

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

const graphqlApis = regional("appsync", "apis/*");

const accelerators = (reach: Reach): string =>
  worldwide("globalaccelerator", reach, "accelerator/*");

/** Which copy code to where caches ask, and write what CloudFront says of it. */
const COPYING_SERVICES = ["replicator.lambda.amazonaws.com", "logger.cloudfront.amazonaws.com"];

const functionArns = named(({ location }, name) => functionArn(location, name));

/** Functions that CloudFront copies; none where its stack holds none. */
const copiedFunctions = (reach: Reach): readonly string[] =>
  functionArns(theEdge(holding(reach, ["aws_lambda_function"])));

const VPC_ORIGINS = "vpcorigin.cloudfront.amazonaws.com";

/** The interfaces with which ElastiCache reaches into a network. */
const cacheEndpoints = regional("ec2", "vpc-endpoint/*");

const storeBuckets = named(({ location }, name) => bucketArn(location.region, name));

const roles = named(({ location }, name) => iamArn(location, `role/${name}`));

const USERS_OF_SERVICES = awsNames({ environment: "*", cell: "*", name: "*" }).databaseUser;

/** Names are the environment's own where AWS lets them be chosen, and the tag tells the rest. */
export const SCOPES = {
  ...LOG_SCOPES,
  ...BACKUP_SCOPES,
  ...BATCH_SCOPES,
  ...EVENT_SCOPES,
  ...COPY_SCOPES,
  ...FILE_SCOPES,
  ...MACHINE_SCOPES,
  ...NETWORK_SCOPES,
  ...INFERENCE_SCOPES,
  ...MODEL_SCOPES,
  ...SECRET_SCOPES,
  ...SIGN_IN_SCOPES,
  alarms: { resources: inEachRegion(namedIn("cloudwatch", "alarm:")) },
  /** Listeners and endpoint groups carry no tags: those of the account's accelerators. */
  acceleratorParts: { resources: (reach) => [`${accelerators(reach)}/listener/*`] },
  /** AWS names them, and their tag tells whose they are. */
  accelerators: { resources: (reach) => [accelerators(reach)], conditions: tagged },
  aliases: {
    resources: everywhere((reach) =>
      reach.stacks.flatMap(({ id }) => regional("kms", `alias/${id}`, `alias/${id}-*`)(reach)),
    ),
  },
  anomalies: { resources: monitors, conditions: tagged },
  anywhere: { resources: () => ["*"] },
  apis: { resources: apiArns },
  /** Names at which APIs answer: those of the environment's zone. */
  apiDomains: { resources: apiDomains },
  balancers: { resources: balancers },
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
  /** What shifts calls between versions of functions. */
  deployments: {
    resources: named((reach, name) =>
      regional(
        "codedeploy",
        ...[`application:${name}`, `deploymentconfig:${name}`, `deploymentgroup:${name}/*`],
      )(reach),
    ),
  },
  /** Whom the code of services is in databases; AWS names the databases. */
  databaseUsers: { resources: regional("rds-db", `dbuser:*/${USERS_OF_SERVICES}`) },
  /** Passwords that RDS keeps. */
  databaseSecrets: { resources: regional("secretsmanager", "secret:rds!cluster-*") },
  /** AWS names them, and their tag tells whose they are. */
  distributions: { resources: cloudFront("distribution"), conditions: tagged },
  edgeFunctions: {
    resources: named((reach, name) => worldwide("cloudfront", reach, `function/${name}`)),
  },
  /** AWS names them, and they carry no tags: those of the account. */
  edgePolicies: {
    resources: cloudFront("cache-policy", "origin-access-control", "response-headers-policy"),
  },
  ecsServices: { resources: namedIn("ecs", "service/") },
  functions: {
    resources: (reach) => [
      ...new Set([...functionArns(butTheEdge(reach)), ...copiedFunctions(reach)]),
    ],
  },
  copiedFunctions: { resources: copiedFunctions },
  /** Roles that AWS writes, once in an account, and nobody widens. */
  copyingRoles: {
    resources: (reach) =>
      copiedFunctions(reach).length === 0
        ? []
        : COPYING_SERVICES.map((name) => iamArn(reach.location, `role/aws-service-role/${name}/*`)),
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": COPYING_SERVICES } }),
  },
  /** AWS names them, and IAM asks for no tag of them. */
  healthChecks: { resources: (reach) => [route53(reach, "healthcheck/*")] },
  /** A web ACL and what it guards. */
  guarded: {
    resources: (reach) => [
      ...balancers(reach),
      ...(holds(reach, "aws_appsync_graphql_api") ? graphqlApis(reach) : []),
      ...regionalWebAcls(reach),
    ],
  },
  /** AWS names them, and their tag tells whose they are. */
  graphqlApis: { resources: graphqlApis, conditions: tagged },
  /** Which the bootstrap stack holds and the tasks of every cell run. */
  images: {
    resources: (reach) =>
      regional("ecr", `repository/${awsImageNames(reach.environment, "*").repository}`)(reach),
  },
  identityProviders: {
    resources: ({ location, issuer }) => [iamArn(location, `oidc-provider/${issuer}`)],
  },
  keys: { resources: everywhere(regional("kms", "key/*")), conditions: tagged },
  /** AWS names them, and they carry no tags: those of the account. */
  keyValueStores: { resources: cloudFront("key-value-store") },
  /** AWS names a delivery, and its tag tells whose it is. */
  deliveries: { resources: (reach) => [delivery(reach)], conditions: tagged },
  /** What a delivery is from and to. */
  deliveryEnds: { resources: deliveryEnds },
  newDeliveries: {
    resources: (reach) => [delivery(reach), ...deliveryEnds(reach)],
    conditions: toBeTagged,
  },
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
  /** Which AWS writes and nobody widens. */
  serviceLinkedRoles: {
    resources: (reach) => [iamArn(reach.location, "role/aws-service-role/*")],
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": LINKED_SERVICES } }),
  },
  /** Not the bucket of state. */
  storeBuckets: { resources: storeBuckets },
  stateMachines: { resources: namedIn("states", "stateMachine:") },
  taskDefinitions: { resources: namedIn("ecs", "task-definition/") },
  tables: { resources: namedAtHome(({ location }, name) => tableArn(location, name)) },
  topics: { resources: named(({ location }, name) => topicArn(location, name)) },
  /** With which CloudFront makes its network interfaces: AWS writes it, once in an account, and nobody widens it. */
  vpcOriginRoles: {
    resources: ({ location }) => [iamArn(location, `role/aws-service-role/${VPC_ORIGINS}/*`)],
    conditions: () => ({ StringEquals: { "iam:AWSServiceName": VPC_ORIGINS } }),
  },
  /** AWS names them, and their tag tells whose they are. */
  vpcOrigins: { resources: cloudFront("vpcorigin"), conditions: tagged },
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
