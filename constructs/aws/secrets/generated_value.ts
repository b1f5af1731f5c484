import type { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { Construct } from "constructs";
import { EphemeralResource } from "../../ephemeral_resource";
import { MAIN } from "../../logical_id";
import type { ITerraformDependable } from "../../tf";

export interface GeneratedValueProps {
  /**
   * Its characters, 16 to 4096.
   *
   * @default 32
   */
  readonly length?: number;

  /**
   * Whether punctuation is among them.
   *
   * @default true
   */
  readonly punctuation?: boolean;

  /**
   * Another one has another value made.
   *
   * @default 1
   */
  readonly version?: number;
}

interface OfSecret extends GeneratedValueProps {
  readonly secret: SecretsmanagerSecret;
  /** As Secrets Manager knows it, without the six characters at its end. */
  readonly secretName: string;
  readonly dependsOn: ITerraformDependable[];
}

/** The Terraform type of what AWS makes up, which is asked for and not kept. */
export const RANDOM_PASSWORD = "aws_secretsmanager_random_password";

/**
 * A random value of a secret. AWS makes one up at each plan and each apply; it is written where its version is new, and forgotten otherwise.
 * It takes a tool of 1.11.
 */
export class GeneratedValue extends Construct {
  readonly secretName: string;
  readonly version: SecretsmanagerSecretVersion;

  constructor(scope: Construct, id: string, props: OfSecret) {
    super(scope, id);
    const { secret, secretName, length = 32, punctuation = true, version = 1, dependsOn } = props;
    this.secretName = secretName;
    const random = new EphemeralResource(this, "random", RANDOM_PASSWORD, {
      password_length: length,
      exclude_punctuation: !punctuation,
      require_each_included_type: true,
    });
    this.version = new SecretsmanagerSecretVersion(this, MAIN, {
      secretId: secret.id,
      secretStringWo: random.attribute("random_password"),
      secretStringWoVersion: version,
      dependsOn,
    });
  }
}
