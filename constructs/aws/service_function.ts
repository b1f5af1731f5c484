import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { LambdaAlias } from "@cdktf/provider-aws/lib/lambda-alias";
import { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import { Construct } from "constructs";
import { LOG_METRICS, type FunctionNames } from "../../model/names";
import type { CodeAsset } from "../code_asset";
import { MAIN } from "../logical_id";
import { aliasedFunctionArn, functionArn, logGroupArn, type Location } from "./arn";
import { Lazy, type TerraformResource } from "../tf";
import { after, type Mount, type MountingClient } from "./data/mount";
import { decryptVariables, WRITE_TRACES, writeLogs } from "./grants";
import type { Grantee } from "./identity/grantee";
import { takenBy } from "./identity/trust";
import { PlacedFunction, useNetwork } from "./network/placed_function";
import type { PrivatePlace } from "./network/private_place";
import { policyDocument, type Grant } from "./policy";

export interface ServiceFunctionProps {
  /** Names of the function and of what belongs to it; `model/names.ts` makes them. */
  readonly names: FunctionNames;

  /** What the function does, in a sentence; up to 256 characters. */
  readonly description: string;

  readonly location: Location;

  /** The zip, and the digest by which a change of code is seen. */
  readonly code: CodeAsset;

  /**
   * What the function may do beside writing its logs and traces, and what it is granted afterwards.
   *
   * @default []
   */
  readonly grants?: readonly Grant[];

  /** Environment variables, by name. No secret: they can be read by whoever may read the function. */
  readonly environment: Readonly<Record<string, string>>;

  /** ARN of the customer key that encrypts the environment's variables. */
  readonly environmentKeyArn: string;

  /** ARN of the customer key that encrypts logs. */
  readonly logKeyArn: string;

  /** Days for which logs are kept; one of the numbers that CloudWatch takes. */
  readonly logRetentionDays: number;

  /** Instances reserved for, and the bound of, the function. */
  readonly reservedConcurrency: number;

  /**
   * Memory in MiB.
   *
   * @default 512
   */
  readonly memoryMiB?: number;

  /**
   * The most time that one invocation may take, in seconds.
   *
   * @default 60
   */
  readonly timeoutSeconds?: number;

  /**
   * The processors that it runs on.
   *
   * @default "arm64"
   */
  readonly architecture?: "arm64" | "x86_64";

  /**
   * Where in a network the function runs.
   *
   * @default - in none of ours
   */
  readonly place?: PrivatePlace | undefined;

  /**
   * Leave it to CodeDeploy which version the alias leads to: an apply publishes a version, and moves no calls.
   *
   * @default false
   */
  readonly shifted?: boolean;

  /**
   * What it mounts, one at most; a function has a `place` for it.
   *
   * @default - nothing
   */
  readonly mount?: Mount | undefined;

  /**
   * File and export of the handler in the zip.
   *
   * @default "index.handler"
   */
  readonly handler?: string;
}

/** The newest that provider 5.100 accepts. */
const RUNTIME = "nodejs22.x";

/** Lambda's report of an invocation, which says how long its instance took to start where it had to. */
const INIT_DURATION = "$.record.metrics.initDurationMs";
const COLD_START = `{ ($.type = "platform.report") && (${INIT_DURATION} > 0) }`;

/** A function with its own role, log group and `live` alias; callers use the alias, so that a version can be rolled back. */
export class ServiceFunction extends Construct implements Grantee {
  readonly function: LambdaFunction;
  readonly alias: LambdaAlias;
  readonly role: IamRole;
  readonly logGroup: CloudwatchLogGroup;
  /** Counts and times cold starts, of which Lambda has no metric. */
  readonly coldStarts: CloudwatchLogMetricFilter;
  /** ARN of the alias, by which callers invoke the function. */
  readonly invokeArn: string;
  private readonly placed: PlacedFunction | undefined;
  private readonly granted: Grant[] = [];

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    this.logGroup = this.makeLogGroup(props);
    this.coldStarts = this.filterColdStarts(props);
    this.role = makeRole(this, props);
    const { place } = props;
    this.placed = place && new PlacedFunction(this, "place", { place, name: props.names.function });
    const policy = this.makePolicy(props);
    this.function = this.makeFunction(props, policy);
    this.alias = new LambdaAlias(this, props.names.alias, {
      name: props.names.alias,
      functionName: this.function.functionName,
      functionVersion: this.function.version,
      ...(props.shifted && {
        lifecycle: { ignoreChanges: ["function_version", "routing_config"] },
      }),
    });
    const { functionName } = this.function;
    this.invokeArn = aliasedFunctionArn(props.location, functionName, this.alias.name);
  }

  /**
   * As what stands in the network knows it.
   *
   * @throws when the function has no place in it
   */
  get client(): MountingClient {
    if (this.placed === undefined)
      throw new Error(
        `${this.node.path}: expected a function in the network, got none; give it a \`place\``,
      );
    const startAfter = (resources: readonly TerraformResource[]) => {
      this.function.dependsOn = after(this.function.dependsOn, resources);
    };
    return { grantee: this, securityGroup: this.placed.securityGroup, startAfter };
  }

  allow(...grants: readonly Grant[]): void {
    this.granted.push(...grants);
  }

  /** Made before the function: Lambda would make one itself, in clear and kept for ever. */
  private makeLogGroup({ names, logKeyArn, logRetentionDays }: ServiceFunctionProps) {
    return new CloudwatchLogGroup(this, "logs", {
      name: names.logGroup,
      kmsKeyId: logKeyArn,
      retentionInDays: logRetentionDays,
    });
  }

  /** Without a default value: a 0 would be a start that took no time, and would bill hours without one. */
  private filterColdStarts({ names }: ServiceFunctionProps): CloudwatchLogMetricFilter {
    return new CloudwatchLogMetricFilter(this, "cold-starts", {
      name: names.initDuration,
      logGroupName: this.logGroup.name,
      pattern: COLD_START,
      metricTransformation: {
        name: names.initDuration,
        namespace: LOG_METRICS,
        value: INIT_DURATION,
        unit: "Milliseconds",
      },
    });
  }

  private makePolicy(props: ServiceFunctionProps): IamRolePolicy {
    const { names, location, grants = [] } = props;
    const ownLogs = writeLogs(logGroupArn(location, this.logGroup.name));
    const ownArn = functionArn(location, names.function);
    const ownVariables = decryptVariables(props.environmentKeyArn, ownArn);
    const network = props.place ? useNetwork(location, props.place, ownArn) : [];
    this.allow(...grants, ...network, ownVariables, ownLogs, WRITE_TRACES);
    return new IamRolePolicy(this, "grants", {
      name: names.function,
      role: this.role.name,
      // Written when the stack is, so that everything granted after this stands in it.
      policy: Lazy.stringValue({ produce: () => policyDocument(this.granted) }),
    });
  }

  /** The policy comes first: an event that arrives before it would be handled without a right to write it down. */
  private makeFunction(props: ServiceFunctionProps, policy: IamRolePolicy): LambdaFunction {
    return new LambdaFunction(this, MAIN, {
      functionName: props.names.function,
      description: props.description,
      role: this.role.arn,
      runtime: RUNTIME,
      architectures: [props.architecture ?? "arm64"],
      handler: props.handler ?? "index.handler",
      filename: props.code.fileName,
      sourceCodeHash: props.code.sha256Base64,
      publish: true,
      memorySize: props.memoryMiB ?? 512,
      timeout: props.timeoutSeconds ?? 60,
      reservedConcurrentExecutions: props.reservedConcurrency,
      environment: { variables: { ...props.environment } },
      kmsKeyArn: props.environmentKeyArn,
      ...(this.placed ? { vpcConfig: this.placed.configuration } : {}),
      ...(props.mount && {
        fileSystemConfig: { arn: props.mount.accessPointArn, localMountPath: props.mount.path },
      }),
      tracingConfig: { mode: "Active" },
      loggingConfig: {
        logFormat: "JSON",
        logGroup: this.logGroup.name,
        applicationLogLevel: "INFO",
        // Above INFO there are no reports, and no cold starts to count.
        systemLogLevel: "INFO",
      },
      dependsOn: [policy],
    });
  }
}

function makeRole(scope: Construct, { names, description }: ServiceFunctionProps): IamRole {
  return new IamRole(scope, "role", {
    name: names.role,
    description,
    assumeRolePolicy: takenBy("lambda.amazonaws.com"),
  });
}
