import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { accountRootArn, type Location } from "./arn";
import { USE_KEY } from "./grants";
import { oneOrMany, policyDocument, type Statement } from "./policy";

export interface KeyProps {
  /** With `alias/`. */
  readonly alias: string;

  /** What the key encrypts, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /**
   * Who may use the key beside those whom the account's own policies let.
   *
   * @default - nobody
   */
  readonly statements?: readonly Statement[];

  /**
   * Days between the order to delete and the deletion, 7 to 30.
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;

  /**
   * Let Terraform refuse to destroy the key.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;
}

/** A customer key for one purpose, rotated every year, with an alias by which people find it. */
export class Key extends Construct {
  readonly key: KmsKey;
  readonly alias: KmsAlias;

  constructor(scope: Construct, id: string, props: KeyProps) {
    super(scope, id);
    this.key = new KmsKey(this, MAIN, {
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: props.deletionWindowDays ?? 30,
      policy: policyDocument([accountRoot(props.location), ...(props.statements ?? [])]),
      ...(props.preventDestroy ? { lifecycle: { preventDestroy: true } } : {}),
    });
    this.alias = new KmsAlias(this, "alias", { name: props.alias, targetKeyId: this.key.keyId });
  }

  /** Known after the first apply only. */
  get arn(): string {
    return this.key.arn;
  }

  /** Known when a plan is made, which is why queues name their key by it. */
  get aliasName(): string {
    return this.alias.name;
  }
}

/**
 * Hands the key over to the account's IAM policies. Without it nobody could change the key's policy again.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function accountRoot(location: Location): Statement {
  return {
    sid: "AccountRoot",
    principals: { AWS: accountRootArn(location) },
    actions: ["kms:*"],
    resources: ["*"],
  };
}

/**
 * Lets services of AWS that start machines make disks with the key, by the roles with which they act. As a principal such a role would
 * have to be there before the key, and AWS makes it with the first group of the account.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function startersMayUse(roleArns: readonly string[], { account }: Location): Statement[] {
  const starters = {
    StringEquals: { "aws:PrincipalAccount": account },
    ArnEquals: { "aws:PrincipalArn": oneOrMany(roleArns) },
  };
  return [
    {
      sid: "StartMachines",
      ...{ principals: "*", actions: USE_KEY, resources: ["*"], conditions: starters },
    },
    {
      sid: "AttachDisks",
      ...{ principals: "*", actions: ["kms:CreateGrant"], resources: ["*"] },
      conditions: { ...starters, Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/**
 * Lets CloudWatch Logs encrypt these log groups; the key's policy says which, by the context that Logs sends.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logsMayUse(logGroupArns: readonly string[], { region }: Location): Statement {
  return {
    sid: "CloudWatchLogs",
    principals: { Service: `logs.${region}.amazonaws.com` },
    actions: USE_KEY,
    resources: ["*"],
    conditions: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": oneOrMany(logGroupArns) } },
  };
}
