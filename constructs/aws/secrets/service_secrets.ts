import { Construct } from "constructs";
import type { Secret as SettledSecret } from "../../../model/secrets/secrets";
import type { Location } from "../arn";
import type { Grantee } from "../identity/grantee";
import type { Key } from "../key";
import { Secret } from "./secret";

export interface ServiceSecretsProps {
  /** The name of each in Secrets Manager; `model/names.ts` makes it. */
  readonly nameOf: (secret: string) => string;

  /** Settled: every value is there. */
  readonly secrets: readonly SettledSecret[];

  readonly location: Location;

  /** Encrypts them, and nothing else. */
  readonly key: Key;
}

/** The secrets of one service. */
export class ServiceSecrets extends Construct {
  /** In the order of the props. */
  readonly secrets: readonly Secret[];

  constructor(scope: Construct, id: string, props: ServiceSecretsProps) {
    super(scope, id);
    const { nameOf, location } = props;
    // Once: the same reference twice is one in a policy.
    const encryptionKeyArn = props.key.arn;
    this.secrets = props.secrets.map(
      ({ name, ...settled }) =>
        new Secret(this, name, {
          ...settled,
          ...{ name: nameOf(name), location, encryptionKeyArn },
        }),
    );
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
