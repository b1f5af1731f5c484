import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { stateKey } from "../../model/names";
import { requiredVersion } from "../../model/tool";
import { kmsAliasArn } from "../aws/arn";
import { PlatformStack } from "./platform_stack";
import { LockedS3Backend } from "./s3_backend";

export interface AwsStackProps {
  readonly declaration: AwsEnvironment;

  /**
   * Where its resources are; the state lies in the environment's region all the same.
   *
   * @default - the environment's region
   */
  readonly region?: string;
}

/** The alias of the key that encrypts state; the bootstrap stack makes both. */
export const stateKeyAlias = (environment: string): string =>
  `alias/${environment}-bootstrap-state`;

/**
 * A stack of an AWS environment. ARNs are composed from the environment's account and region, so the provider
 * refuses any other account: credentials of the wrong one end in an error, not in a second copy.
 */
export class AwsStack extends PlatformStack {
  constructor(scope: Construct, id: string, { declaration, region: own }: AwsStackProps) {
    super(scope, id, { provider: "aws", requiredVersion: requiredVersion(declaration) });
    const { account, region, stateBucket, name } = declaration;
    new AwsProvider(this, "aws", { region: own ?? region, allowedAccountIds: [account] });
    new LockedS3Backend(this, {
      bucket: stateBucket,
      key: stateKey(id),
      region,
      kmsKeyId: kmsAliasArn({ account, region }, stateKeyAlias(name)),
    });
  }
}
