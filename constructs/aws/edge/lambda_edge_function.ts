import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import type { CodeAsset } from "../../code_asset";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import { logGroupArn, type Location } from "../arn";
import { takenBy } from "../identity/trust";
import { policyDocument, type Grant } from "../policy";

export interface LambdaEdgeFunctionProps {
  /** Of the function and its role, unique in an account; `model/names.ts` makes it. */
  readonly name: string;

  /** What it does, in a sentence; up to 256 characters. */
  readonly description: string;

  /** In us-east-1, the one region whose functions CloudFront copies. */
  readonly location: Location;

  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /** Memory in MiB, 128 to 10240. */
  readonly memoryMiB: number;

  /** The most that one run may take, in seconds, up to 30. */
  readonly timeoutSeconds: number;

  /** Where it writes what it says. */
  readonly logs: LambdaEdgeLogs;

  /**
   * Leave it in the account when it is no longer declared.
   *
   * @default false
   */
  readonly skipDestroy?: boolean;
}

export interface LambdaEdgeLogs {
  /** A name of our own, which is the same wherever the function runs. Here it is made; elsewhere Lambda makes it, in clear and kept for ever. */
  readonly group: string;

  /** ARN of the customer key that encrypts it here. */
  readonly keyArn: string;

  /** Days for which it is kept here; one of the numbers that CloudWatch takes. */
  readonly retentionDays: number;
}

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-lambda-at-edge */
const LONGEST_NAME = 64;
const LONGEST_SECONDS = 30;

/** The newest that provider 5.100 accepts. */
const RUNTIME = "nodejs22.x";

/**
 * A function that CloudFront copies to where its caches ask, and runs behind them. It has nothing that Lambda@Edge does not take: no variables, no network, no
 * layers, no traces, no reserved instances and no queue of failures, and it runs on x86_64.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
 */
export class LambdaEdgeFunction extends Construct {
  readonly function: LambdaFunction;
  readonly role: IamRole;

  constructor(scope: Construct, id: string, props: LambdaEdgeFunctionProps) {
    super(scope, id);
    const { name, location, timeoutSeconds, logs } = props;
    refuse(this, [
      name.length > LONGEST_NAME &&
        `expected a name of at most ${LONGEST_NAME} characters, got ${name}, which has ${name.length}`,
      location.region !== "us-east-1" &&
        `expected us-east-1, whose functions alone CloudFront copies, got ${location.region}`,
      timeoutSeconds > LONGEST_SECONDS &&
        `expected at most ${LONGEST_SECONDS} seconds behind a cache, got ${timeoutSeconds}`,
    ]);
    new CloudwatchLogGroup(this, "logs", {
      ...{ name: logs.group, kmsKeyId: logs.keyArn, retentionInDays: logs.retentionDays },
    });
    this.role = new IamRole(this, "role", {
      ...{ name, description: props.description },
      assumeRolePolicy: takenBy("lambda.amazonaws.com", "edgelambda.amazonaws.com"),
    });
    const policy = new IamRolePolicy(this, "grants", {
      ...{ name, role: this.role.name },
      policy: policyDocument([writeAnywhere(location, logs.group)]),
    });
    this.function = this.makeFunction(props, policy);
  }

  /** ARN of the version that was published last, which is what a distribution names. */
  get versionArn(): string {
    return this.function.qualifiedArn;
  }

  private makeFunction(props: LambdaEdgeFunctionProps, policy: IamRolePolicy): LambdaFunction {
    const { name, description, code, memoryMiB, timeoutSeconds, logs, skipDestroy } = props;
    return new LambdaFunction(this, MAIN, {
      ...{ functionName: name, description, role: this.role.arn },
      ...{ runtime: RUNTIME, architectures: ["x86_64"], handler: "index.handler" },
      ...{ filename: code.fileName, sourceCodeHash: code.sha256Base64, publish: true },
      ...{ memorySize: memoryMiB, timeout: timeoutSeconds },
      loggingConfig: {
        ...{ logFormat: "JSON", logGroup: logs.group },
        ...{ applicationLogLevel: "INFO", systemLogLevel: "INFO" },
      },
      ...(skipDestroy && { skipDestroy }),
      dependsOn: [policy],
    });
  }
}

/** Wherever a cache asks: AWS chooses the region, and makes the group there. */
const writeAnywhere = ({ account }: Location, group: string): Grant => ({
  sid: "WriteLogs",
  actions: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [`${logGroupArn({ account, region: "*" }, group)}:*`],
});
