/*
 * ARNs composed from names. A name is known when a plan is made and an ARN that AWS gives is not: composed, a policy
 * can be read and judged before the first apply. Pass names as references to the resources
 * (`queue.name`), so that Terraform knows what must exist first.
 */

/** The account and the region that a resource is in. */
export interface Location {
  /** Twelve digits. */
  readonly account: string;
  /** Such as `us-east-1`. */
  readonly region: string;
}

/** `aws`, or the partition of China or of the US government. */
export function partition(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

const arn = (service: string, { account, region }: Location, resource: string): string =>
  `arn:${partition(region)}:${service}:${region}:${account}:${resource}`;

export const queueArn = (at: Location, name: string): string => arn("sqs", at, name);

export const eventBusArn = (at: Location, name: string): string =>
  arn("events", at, `event-bus/${name}`);

/** A rule of a bus that is not the account's own. */
export const eventRuleArn = (at: Location, bus: string, name: string): string =>
  arn("events", at, `rule/${bus}/${name}`);

export const scheduleGroupArn = (at: Location, name: string): string =>
  arn("scheduler", at, `schedule-group/${name}`);

/** @param name - the schedule's, or a pattern of some */
export const scheduleArn = (at: Location, group: string, name: string): string =>
  arn("scheduler", at, `schedule/${group}/${name}`);
/** A rule of the account's own bus, on which services of AWS say what happens. */
export const defaultRuleArn = (at: Location, name: string): string =>
  arn("events", at, `rule/${name}`);

export const topicArn = (at: Location, name: string): string => arn("sns", at, name);

export const tableArn = (at: Location, name: string): string =>
  arn("dynamodb", at, `table/${name}`);

/** An index of a table, which a call on the table does not reach. */
export const tableIndexArn = (tableArn: string, index: string): string =>
  `${tableArn}/index/${index}`;

/** Whatever label AWS gives it. */
export const tableStreamArn = (tableArn: string): string => `${tableArn}/stream/*`;

/** The group itself; its streams are this and `:*`. */
export const logGroupArn = (at: Location, name: string): string =>
  arn("logs", at, `log-group:${name}`);

export const functionArn = (at: Location, name: string): string =>
  arn("lambda", at, `function:${name}`);

export const stateMachineArn = (at: Location, name: string): string =>
  arn("states", at, `stateMachine:${name}`);

export const endpointArn = (at: Location, name: string): string =>
  arn("sagemaker", at, `endpoint/${name}`);

/** Whatever of SageMaker it is. */
export const sagemakerArns = (at: Location): string => arn("sagemaker", at, "*");

/** A function under one of its aliases. */
export const aliasedFunctionArn = (at: Location, name: string, alias: string): string =>
  `${functionArn(at, name)}:${alias}`;

export const alarmArn = (at: Location, name: string): string =>
  arn("cloudwatch", at, `alarm:${name}`);

/** @param alias - with `alias/` */
export const kmsAliasArn = (at: Location, alias: string): string => arn("kms", at, alias);

export const accountRootArn = ({ account, region }: Location): string =>
  `arn:${partition(region)}:iam::${account}:root`;

/** Whatever flow log of a network it is: AWS gives the id. */
export const flowLogArns = (at: Location): string => arn("ec2", at, "vpc-flow-log/*");

/** @param instance - its identifier, or a pattern of some */
export const databaseInstanceArn = (at: Location, instance: string): string =>
  arn("rds", at, `db:${instance}`);

export const databaseClusterArn = (at: Location, cluster: string): string =>
  arn("rds", at, `cluster:${cluster}`);

/** Whatever copy of a database it is that AWS Backup made: it gives the name. */
export const databaseBackupArns = (at: Location): string =>
  arn("rds", at, "cluster-snapshot:awsbackup:*");

export const backupVaultArn = (at: Location, vault: string): string =>
  arn("backup", at, `backup-vault:${vault}`);

/** What a cluster is made with when it is brought back: its groups, and those that AWS has for whoever says none. */
export const databaseGroupArns = (at: Location, name: string): readonly string[] =>
  [`cluster-pg:${name}`, "cluster-pg:default.*", "og:default:*", `subgrp:${name}`].map((one) =>
    arn("rds", at, one),
  );

/** A user of one database, who connects with a token of IAM. @param resourceId - AWS gives it to a cluster */
export const databaseUserArn = (at: Location, resourceId: string, user: string): string =>
  arn("rds-db", at, `dbuser:${resourceId}/${user}`);

export const cacheArn = (at: Location, name: string): string =>
  arn("elasticache", at, `serverlesscache:${name}`);

export const cacheUserArn = (at: Location, user: string): string =>
  arn("elasticache", at, `user:${user}`);

export const vpcArn = (at: Location, id: string): string => arn("ec2", at, `vpc/${id}`);

/** Whatever network interface of the account it is: AWS gives the id. */
export const networkInterfaceArns = (at: Location): string => arn("ec2", at, "network-interface/*");

/** Of IAM, which has no region. @param resource - such as `role/orders` */
export const iamArn = ({ account, region }: Location, resource: string): string =>
  `arn:${partition(region)}:iam::${account}:${resource}`;

/** Where a bucket is asked by its own name. */
export const bucketHost = (region: string, name: string): string =>
  `${name}.s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;

/** Where a service of AWS is asked in a region. */
export const serviceHost = (service: string, region: string): string =>
  `${service}.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;

export const bucketArn = (region: string, name: string): string =>
  `arn:${partition(region)}:s3:::${name}`;

export const repositoryArn = (at: Location, name: string): string =>
  arn("ecr", at, `repository/${name}`);

/** From where an image is pulled. */
export const imageAddress = ({ account, region }: Location, repository: string): string =>
  `${account}.dkr.ecr.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}/${repository}`;

/** Whatever task, service or cluster of the account it is. */
export const ecsArns = (at: Location): string => arn("ecs", at, "*");

/** @param cluster - its name, or a pattern of some */
export const ecsClusterArn = (at: Location, cluster: string): string =>
  arn("ecs", at, `cluster/${cluster}`);

/** Whatever machine of a cluster it is: AWS gives the id. */
export const containerInstanceArns = (at: Location, cluster: string): string =>
  arn("ecs", at, `container-instance/${cluster}/*`);

export const jobQueueArn = (at: Location, name: string): string =>
  arn("batch", at, `job-queue/${name}`);

/** @param definition - its name, and after a colon its revision */
export const jobDefinitionArn = (at: Location, definition: string): string =>
  arn("batch", at, `job-definition/${definition}`);

/** Whatever machine of the account it is: AWS gives the id. */
export const instanceArns = (at: Location): string => arn("ec2", at, "instance/*");

/** Whatever disk of the account it is. */
export const volumeArns = (at: Location): string => arn("ec2", at, "volume/*");

/** Whatever copy of a disk it is; their ARNs name no account. */
export const snapshotArns = ({ region }: Location): string =>
  `arn:${partition(region)}:ec2:${region}::snapshot/*`;

/** Whatever policy of Data Lifecycle Manager of the account it is. */
export const lifecyclePolicyArns = (at: Location): string => arn("dlm", at, "policy/*");

/** A role with which a service of AWS acts by itself. @param service - such as `autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling` */
export const linkedRoleArn = (at: Location, service: string): string =>
  iamArn(at, `role/aws-service-role/${service}`);

/** Whatever GraphQL API of the account it is: AWS gives the id. */
export const graphqlApiArns = (at: Location): string => arn("appsync", at, "apis/*");

/** Whatever load balancer of the account it is: AWS gives the last part of the id. */
export const loadBalancerArns = (at: Location): string =>
  arn("elasticloadbalancing", at, "loadbalancer/*");
