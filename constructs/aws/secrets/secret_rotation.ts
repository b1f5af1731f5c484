import { LambdaPermission } from "@cdktf/provider-aws/lib/lambda-permission";
import { SecretsmanagerSecretRotation } from "@cdktf/provider-aws/lib/secretsmanager-secret-rotation";
import { Construct } from "constructs";
import type { FunctionNames } from "../../../model/names";
import type { Rotation } from "../../../model/secrets/secrets";
import type { CodeAsset } from "../../code_asset";
import { MAIN } from "../../logical_id";
import { functionArn, type Location } from "../arn";
import type { Grant } from "../policy";
import { ServiceFunction } from "../service_function";
import type { Secret } from "./secret";

export interface SecretRotationProps {
  /** Of the function and what belongs to it; `model/names.ts` makes them. */
  readonly names: FunctionNames;

  /** What is rotated. */
  readonly secret: Secret;

  /** The secret's name, for people. */
  readonly secretName: string;

  /** Settled: every value is there. */
  readonly rotation: Rotation;

  /** The zip of the code, which answers each of the four steps. */
  readonly code: CodeAsset;

  readonly location: Location;

  /** Variables by name; no secret. */
  readonly environment: Readonly<Record<string, string>>;

  /** ARN of the customer key that encrypts the variables, which is the secret's. */
  readonly encryptionKeyArn: string;

  /** ARN of the customer key that encrypts logs. */
  readonly logKeyArn: string;
}

/** One at a time: two values that are made at once would each be told to what the secret opens. */
const AT_ONCE = 1;

/**
 * A function that gives one secret another value every so many days. Secrets Manager alone calls it, and for this secret alone.
 *
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotate-secrets_lambda.html
 */
export class SecretRotation extends Construct {
  readonly function: ServiceFunction;
  readonly permission: LambdaPermission;
  readonly rotation: SecretsmanagerSecretRotation;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecretRotationProps,
  ) {
    super(scope, id);
    this.function = this.makeFunction();
    props.secret.rotate(this.function);
    this.permission = this.makePermission();
    this.rotation = this.makeRotation();
  }

  private makeFunction(): ServiceFunction {
    const { names, secretName, rotation, code, location, environment } = this.props;
    return new ServiceFunction(this, "function", {
      ...{ names, code, location, environment },
      description: `Gives ${secretName} another value every ${rotation.everyDays} days.`,
      grants: rotation.random ? [MAKE_VALUES_UP] : [],
      environmentKeyArn: this.props.encryptionKeyArn,
      logKeyArn: this.props.logKeyArn,
      logRetentionDays: rotation.logRetentionDays,
      reservedConcurrency: AT_ONCE,
      timeoutSeconds: rotation.timeoutSeconds,
    });
  }

  /** For this secret of this account: who rotates another one by this function is refused. */
  private makePermission(): LambdaPermission {
    const { location, secret } = this.props;
    return new LambdaPermission(this, "permission", {
      statementId: "SecretsManager",
      action: "lambda:InvokeFunction",
      functionName: this.function.function.functionName,
      principal: "secretsmanager.amazonaws.com",
      ...{ sourceAccount: location.account, sourceArn: secret.arn },
    });
  }

  /** The first comes with the apply that makes it: a value that nobody has told what it opens is of no use. */
  private makeRotation(): SecretsmanagerSecretRotation {
    const { secret, rotation, location } = this.props;
    return new SecretsmanagerSecretRotation(this, MAIN, {
      secretId: secret.secret.id,
      rotationLambdaArn: functionArn(location, this.function.function.functionName),
      rotationRules: { automaticallyAfterDays: rotation.everyDays },
      dependsOn: [this.permission, secret.policy],
    });
  }
}

/** AWS makes one up for whoever asks: IAM knows no resource for it. */
const MAKE_VALUES_UP: Grant = {
  sid: "MakeValuesUp",
  actions: ["secretsmanager:GetRandomPassword"],
  resources: ["*"],
};
