import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import {
  SagemakerEndpoint,
  type SagemakerEndpointDeploymentConfig,
} from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { SagemakerEndpointConfiguration } from "@cdktf/provider-aws/lib/sagemaker-endpoint-configuration";
import { SagemakerModel } from "@cdktf/provider-aws/lib/sagemaker-model";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { Construct } from "constructs";
import type { Serve } from "../../../model/workloads/inference/settled";
import { MAIN } from "../../logical_id";
import { named } from "../../tags";
import { Op, TerraformSelf } from "../../tf";
import { sagemakerArns, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { PrivatePlace } from "../network/private_place";
import { SecurityGroup } from "../network/security_group";
import { EVERYWHERE } from "../network/site";
import type { Grant } from "../policy";
import { asyncConfig, captureConfig, variantOf } from "./endpoint_config";

export interface InferenceEndpointProps {
  /** Physical names, made in `model/names.ts`; a configuration's is what it begins with. */
  readonly names: {
    readonly endpoint: string;
    readonly endpointVariant: string;
    readonly endpointConfig: string;
    readonly endpointRole: string;
    readonly endpointLogGroup: string;
  };

  readonly location: Location;

  /** How questions are answered, and on what. */
  readonly serve: Serve;

  /** Address of the image that serves the model, with its tag or digest. */
  readonly image: string;

  /** Where the model is, such as `s3://models/ranker/7/model.tar.gz`. */
  readonly modelUrl: string;

  /** Variables of the container. */
  readonly environment: Readonly<Record<string, string>>;

  /** What SageMaker may do with the endpoint's role. */
  readonly grants: readonly Grant[];

  /**
   * Where its instances stand.
   *
   * @default - nowhere: what is serverless stands in no network
   */
  readonly place?: PrivatePlace | undefined;

  /** Name of the bucket that questions and answers are kept in; undefined where none are. */
  readonly bucketName: string | undefined;

  /** ARN of the customer key of the service's objects. */
  readonly dataKeyArn: string;

  /** ARN of the customer key of the instances' disks; undefined where instances have disks of their own. */
  readonly volumeKeyArn: string | undefined;

  /** ARN of the customer key that encrypts the log. */
  readonly logKeyArn: string;

  /** How long the log is kept, days. */
  readonly logRetentionDays: number;

  /**
   * How another configuration takes over, and what takes it back.
   *
   * @default - at once, when its instances are up
   */
  readonly deployment?: SagemakerEndpointDeploymentConfig | undefined;

  /**
   * Let Terraform refuse to destroy the endpoint.
   *
   * @default true
   */
  readonly protected?: boolean;
}

/** A model, the configuration by which it is served, and the endpoint that answers: whatever serves, under one name. */
export class InferenceEndpoint extends Construct {
  readonly logGroup: CloudwatchLogGroup;
  readonly role: GrantedRole;
  readonly model: SagemakerModel;
  readonly configuration: SagemakerEndpointConfiguration;
  readonly endpoint: SagemakerEndpoint;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: InferenceEndpointProps,
  ) {
    super(scope, id);
    const { names, logKeyArn, logRetentionDays } = props;
    this.logGroup = new CloudwatchLogGroup(this, "logs", {
      name: names.endpointLogGroup,
      ...{ kmsKeyId: logKeyArn, retentionInDays: logRetentionDays },
    });
    this.role = this.makeRole();
    this.model = this.makeModel();
    this.configuration = this.makeConfiguration();
    this.endpoint = this.makeEndpoint();
  }

  private makeRole(): GrantedRole {
    const { names, location, grants } = this.props;
    return new GrantedRole(this, "role", {
      name: names.endpointRole,
      description: "Serves a model: reads it, pulls its image and writes its log.",
      trust: takenFor("sagemaker.amazonaws.com", location, sagemakerArns(location)),
      grants,
    });
  }

  /** AWS makes the name up: a model cannot be changed, and the one before is there until nothing serves it. */
  private makeModel(): SagemakerModel {
    const { names, image, modelUrl, environment, place } = this.props;
    return new SagemakerModel(this, "model", {
      executionRoleArn: this.role.role.arn,
      primaryContainer: {
        ...{ image, modelDataUrl: modelUrl, mode: "SingleModel" },
        ...(Object.keys(environment).length > 0 && { environment: { ...environment } }),
      },
      // Of what is serverless SageMaker takes neither.
      ...(place && { enableNetworkIsolation: true, vpcConfig: this.stand(place) }),
      tags: named(names.endpoint),
      lifecycle: { createBeforeDestroy: true },
      // AWS checks when a model is made that its role reads what it names.
      dependsOn: this.role.policies,
    });
  }

  /** Nobody connects to an instance: SageMaker hands it requests. By its group it fetches the model alone, for its container reaches nothing. */
  private stand({ vpcId, subnetIds }: PrivatePlace) {
    const { names } = this.props;
    const group = new SecurityGroup(this, "instances", {
      ...{ name: names.endpoint, description: `The instances of ${names.endpoint}.`, vpcId },
    });
    new VpcSecurityGroupEgressRule(this, "to-aws", {
      securityGroupId: group.id,
      ...{ ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: EVERYWHERE },
      description: "Requests to AWS services",
    });
    return { subnets: [...subnetIds], securityGroupIds: [group.id] };
  }

  /** It cannot be changed either; another one has another name. */
  private makeConfiguration(): SagemakerEndpointConfiguration {
    const { names, serve, bucketName = "", dataKeyArn, volumeKeyArn } = this.props;
    const variant = variantOf(serve, {
      modelName: this.model.name,
      variantName: names.endpointVariant,
    });
    const capture = serve.mode === "realTime" ? serve.capture : undefined;
    return new SagemakerEndpointConfiguration(this, "configuration", {
      namePrefix: names.endpointConfig,
      productionVariants: [variant],
      ...(volumeKeyArn !== undefined && { kmsKeyArn: volumeKeyArn }),
      ...(serve.mode === "async" && {
        asyncInferenceConfig: asyncConfig(serve, bucketName, dataKeyArn),
      }),
      ...(capture && { dataCaptureConfig: captureConfig(capture, bucketName, dataKeyArn) }),
      lifecycle: { createBeforeDestroy: true },
    });
  }

  /**
   * A rollout that SageMaker took back leaves the endpoint with the configuration before, which the provider takes for success: Terraform
   * would then destroy what serves. The condition ends the apply before that.
   *
   * @see https://github.com/hashicorp/terraform-provider-aws/pull/49020
   */
  private makeEndpoint(): SagemakerEndpoint {
    const { names, deployment, protected: kept = true } = this.props;
    return new SagemakerEndpoint(this, MAIN, {
      name: names.endpoint,
      endpointConfigName: this.configuration.name,
      ...(deployment && { deploymentConfig: deployment }),
      lifecycle: {
        ...(kept && { preventDestroy: true }),
        postcondition: [
          {
            condition: Op.eq(
              TerraformSelf.getString("endpoint_config_name"),
              this.configuration.name,
            ),
            errorMessage: `SageMaker took the change of ${names.endpoint} back, and what served before goes on. Its FailureReason and its alarms say why (docs/inference.md).`,
          },
        ],
      },
      dependsOn: [this.logGroup],
    });
  }
}
