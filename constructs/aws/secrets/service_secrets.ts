import { Construct } from "constructs";
import type { FunctionNames } from "../../../model/names";
import type { Secret as SettledSecret } from "../../../model/secrets/secrets";
import type { CodeAsset } from "../../code_asset";
import type { Location } from "../arn";
import type { Grantee } from "../identity/grantee";
import type { Key } from "../key";
import { Secret } from "./secret";
import { SecretRotation } from "./secret_rotation";

export interface ServiceSecretsProps {
  /** The name of each in Secrets Manager; `model/names.ts` makes it. */
  readonly nameOf: (secret: string) => string;

  /** Settled: every value is there. */
  readonly secrets: readonly SettledSecret[];

  readonly location: Location;

  /** Encrypts them, and nothing else. */
  readonly key: Key;
}

export interface RotationsProps {
  /** Of the function that rotates a secret; `model/names.ts` makes them. */
  readonly namesOf: (secret: string) => FunctionNames;

  /** The code that rotates a secret. */
  readonly code: (secret: string) => CodeAsset;

  /** Variables of each function. */
  readonly environment: Readonly<Record<string, string>>;

  /** ARN of the customer key that encrypts logs. */
  readonly logKeyArn: string;
}

/** The secrets of one service. */
export class ServiceSecrets extends Construct {
  /** In the order of the props. */
  readonly secrets: readonly Secret[];

  // Once: the same reference twice is one in a policy.
  private readonly encryptionKeyArn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ServiceSecretsProps,
  ) {
    super(scope, id);
    const { nameOf, location } = props;
    const encryptionKeyArn = props.key.arn;
    this.encryptionKeyArn = encryptionKeyArn;
    this.secrets = props.secrets.map(
      ({ name, description, recoveryWindowDays, generated }) =>
        new Secret(this, name, {
          ...{ description, recoveryWindowDays, generated },
          ...{ name: nameOf(name), location, encryptionKeyArn },
        }),
    );
  }

  /** Has each that declares it rotated by its own function. */
  rotate({ namesOf, code, environment, logKeyArn }: RotationsProps): SecretRotation[] {
    const { nameOf, location, secrets } = this.props;
    return this.secrets.flatMap((secret, index) => {
      const { name = "", rotation } = secrets[index] ?? {};
      if (rotation === undefined) return [];
      return new SecretRotation(secret, "rotation", {
        ...{ secret, rotation, location, environment, logKeyArn },
        ...{ names: namesOf(name), secretName: nameOf(name), code: code(name) },
        encryptionKeyArn: this.encryptionKeyArn,
      });
    });
  }

  /** To a service's own code: the values of all of them, and nothing else. */
  read(grantee: Grantee): void {
    for (const secret of this.secrets) secret.read(grantee);
  }

  /**
   * A secret `stripe-key` is found by its ARN in `STRIPE_KEY_SECRET_ARN`. Code asks for the value when it needs it, so that a new one is taken without a
   * deploy, and who may look at a function or a task sees none.
   */
  get variables(): Record<string, string> {
    return Object.fromEntries(
      this.secrets.map(({ node, arn }) => [
        `${node.id.replaceAll("-", "_").toUpperCase()}_SECRET_ARN`,
        arn,
      ]),
    );
  }
}
