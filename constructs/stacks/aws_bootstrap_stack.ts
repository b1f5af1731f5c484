import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Environment } from "../../model/settle";
import { Key } from "../aws/key";
import { StateBucket } from "../aws/state_bucket";
import { sharedTags, tagAll } from "../tags";
import { AwsStack, stateKeyAlias } from "./aws_stack";

export interface AwsBootstrapStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
}

/**
 * The bucket and the key of every stack's state. Its own state lies in the bucket that it makes: the first apply
 * runs with a local backend, and the state then moves (`terraform init -migrate-state`).
 */
export class AwsBootstrapStack extends AwsStack {
  constructor(scope: Construct, id: string, { environment, declaration }: AwsBootstrapStackProps) {
    super(scope, id, { declaration });
    const production = declaration.stage === "production";
    const key = new Key(this, "state-key", {
      alias: stateKeyAlias(environment.name),
      description: `Encrypts the Terraform state of ${environment.name}.`,
      location: declaration,
      deletionWindowDays: production ? 30 : 7,
      preventDestroy: production,
    });
    new StateBucket(this, "state", {
      bucketName: declaration.stateBucket,
      region: declaration.region,
      encryptionKeyArn: key.arn,
      protected: production,
    });
    tagAll(this, sharedTags(environment));
  }
}
