import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsImageNames, awsPipelineNames } from "../../model/names";
import { settlePipeline } from "../../model/pipeline";
import { hasOwnImages, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { cameFrom } from "../annotate";
import { ImageRepository } from "../aws/containers/image_repository";
import { Key } from "../aws/key";
import { PipelineAccess } from "../aws/pipeline/pipeline_access";
import { StateBucket } from "../aws/state_bucket";
import { sharedTags, tagAll, tagNow, tagsOf } from "../tags";
import { AwsStack, stateKeyAlias } from "./aws_stack";
import type { PlatformStack } from "./platform_stack";

export interface AwsBootstrapStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
}

/**
 * The bucket and the key of every stack's state, and the images of container services. Its own state lies in the bucket that it makes: the first apply
 * runs with a local backend, and the state then moves (`terraform init -migrate-state`).
 */
export class AwsBootstrapStack extends AwsStack {
  private readonly key: Key;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsBootstrapStackProps,
  ) {
    super(scope, id, props);
    const { environment, declaration } = props;
    const production = declaration.stage === "production";
    this.key = new Key(this, "state-key", {
      alias: stateKeyAlias(environment.name),
      description: `Encrypts the Terraform state of ${environment.name}.`,
      location: declaration,
      deletionWindowDays: production ? 30 : 7,
      preventDestroy: production,
    });
    new StateBucket(this, "state", {
      bucketName: declaration.stateBucket,
      region: declaration.region,
      encryptionKeyArn: this.key.arn,
      protected: production,
    });
    for (const service of environment.services.filter(hasOwnImages)) this.keepImages(service);
    tagAll(this, sharedTags(environment));
  }

  /** Here and not in a cell: every cell runs them, and they are pushed before a cell is applied. */
  private keepImages(service: Service): void {
    const { environment, declaration } = this.props;
    const production = declaration.stage === "production";
    const images = new ImageRepository(this, `${service.name}-images`, {
      names: awsImageNames(environment.name, service.name),
      service: service.name,
      location: declaration,
      keyDeletionWindowDays: production ? 30 : 7,
      protected: production,
    });
    cameFrom(images, service, "workload.image");
    tagNow(images, tagsOf(service));
  }

  /** Lets the environment's pipeline, where it declares one, plan and apply these stacks. */
  admitPipeline(stacks: readonly PlatformStack[]): void {
    const { name, dns } = this.props.environment;
    const { pipeline, stateBucket } = this.props.declaration;
    if (pipeline === undefined) return;
    new PipelineAccess(this, "pipeline", {
      names: awsPipelineNames(name),
      pipeline: settlePipeline(pipeline, name),
      environment: name,
      location: this.props.declaration,
      dns,
      stateBucket,
      stateKeyArn: this.key.arn,
      bootstrap: this,
      stacks,
      cells: this.props.environment.cells,
    });
  }
}
