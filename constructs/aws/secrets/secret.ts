import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretPolicy } from "@cdktf/provider-aws/lib/secretsmanager-secret-policy";
import { Construct } from "constructs";
import { refuse } from "../../expected";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { via } from "../grants";
import type { Grantee } from "../identity/grantee";
import { GeneratedValue, type GeneratedValueProps } from "./generated_value";
import { policyDocument, tlsOnly, type Grant, type Statement } from "../policy";

export interface SecretProps {
  /** Its name; AWS adds six characters of its own to the ARN. */
  readonly name: string;

  /** What it opens and where a new one is got. */
  readonly description: string;

  readonly location: Location;

  /** ARN of the customer key that encrypts it. */
  readonly encryptionKeyArn: string;

  /**
   * Days in which it can be brought back after it was deleted, 7 to 30.
   *
   * @default 30
   */
  readonly recoveryWindowDays?: number;

  /**
   * A random value that is put there.
   *
   * @default - none: a person puts one there
   */
  readonly generated?: GeneratedValueProps | undefined;
}

/**
 * A secret whose value no state and no plan ever holds: a person puts it there, or an apply does with a random one that is only written. Nobody reads it over plain HTTP or from
 * another account, whoever else is allowed to.
 */
export class Secret extends Construct {
  readonly secret: SecretsmanagerSecret;
  readonly policy: SecretsmanagerSecretPolicy;
  /** Undefined where a person puts it there. */
  readonly value: GeneratedValue | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: SecretProps,
  ) {
    super(scope, id);
    const { name, description, location, encryptionKeyArn, recoveryWindowDays = 30 } = props;
    refuse(this, [
      !(recoveryWindowDays >= 7 && recoveryWindowDays <= 30) &&
        `expected 7 to 30 days in which the secret can be brought back, got ${recoveryWindowDays}`,
    ]);
    this.secret = new SecretsmanagerSecret(this, MAIN, {
      ...{ name, description },
      kmsKeyId: encryptionKeyArn,
      recoveryWindowInDays: recoveryWindowDays,
    });
    this.policy = new SecretsmanagerSecretPolicy(this, "policy", {
      secretArn: this.secret.arn,
      blockPublicPolicy: true,
      policy: policyDocument([tlsOnly("secretsmanager:*", ["*"]), ownAccountOnly(location)]),
    });
    this.value = props.generated && this.makeValue(props.generated);
  }

  /** Nobody may read it before the policy says who may not. */
  private makeValue(generated: GeneratedValueProps): GeneratedValue {
    return new GeneratedValue(this, "value", {
      ...{ ...generated, secret: this.secret, secretName: this.props.name },
      dependsOn: [this.policy],
    });
  }

  /** With the six characters that AWS gives: known after the first apply only. */
  get arn(): string {
    return this.secret.arn;
  }

  /** To code that gives it another value: the calls of its four steps. */
  rotate(grantee: Grantee): void {
    const { encryptionKeyArn, location } = this.props;
    grantee.allow(rotateValue(this.arn), useSecretKey(encryptionKeyArn, location));
  }

  /** Its value, and nothing else of it. */
  read(grantee: Grantee): void {
    const { encryptionKeyArn, location } = this.props;
    grantee.allow(readValue(this.arn), decryptValue(encryptionKeyArn, location));
  }
}

/** Secrets that one role reads share a statement. */
const readValue = (arn: string): Grant => ({
  sid: "ReadSecrets",
  actions: ["secretsmanager:GetSecretValue"],
  resources: [arn],
});

/** Through Secrets Manager alone, which decrypts with the rights of who asks. */
const decryptValue = (keyArn: string, at: Location): Grant => ({
  sid: "DecryptSecrets",
  actions: ["kms:Decrypt"],
  resources: [keyArn],
  conditions: via("secretsmanager", at),
});

/** @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html */
const rotateValue = (arn: string): Grant => ({
  sid: "RotateSecret",
  actions: [
    "secretsmanager:DescribeSecret",
    "secretsmanager:GetSecretValue",
    "secretsmanager:PutSecretValue",
    "secretsmanager:UpdateSecretVersionStage",
  ],
  resources: [arn],
});

const useSecretKey = (keyArn: string, at: Location): Grant => ({
  sid: "UseSecretKey",
  actions: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
  resources: [keyArn],
  conditions: via("secretsmanager", at),
});

/** Services of AWS, which rotate and replicate, are of no account. */
const ownAccountOnly = ({ account }: Location): Statement => ({
  sid: "DenyOtherAccounts",
  effect: "Deny",
  principals: "*",
  actions: ["secretsmanager:*"],
  resources: ["*"],
  conditions: {
    StringNotEquals: { "aws:PrincipalAccount": account },
    Bool: { "aws:PrincipalIsAWSService": "false" },
  },
});
