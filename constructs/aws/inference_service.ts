import type { Construct } from "constructs";
import type { Inference } from "../../model/service";
import { burnAlarms } from "../../model/rollout/burn_alarms";
import { cameFrom } from "../annotate";
import { TerraformOutput } from "../tf";
import { alarmArn, bucketArn, endpointArn } from "./arn";
import { AwsService, type Stores } from "./aws_service";
import type { AwsServiceProps } from "./aws_service_props";
import { deploymentOf } from "./inference/deployment";
import { CAPTURED } from "./inference/endpoint_config";
import { EndpointGrants, FOLDERS } from "./inference/endpoint_grants";
import { EndpointScaling } from "./inference/endpoint_scaling";
import { InferenceEndpoint } from "./inference/inference_endpoint";
import { serveGrants } from "./inference/serve_grants";
import { servingImage } from "./inference/served_model";
import type { Key } from "./key";
import type { PrivatePlace } from "./network/private_place";
import { BurnAlarms } from "./rollout/burn_alarms";
import type { ObjectStore } from "./s3/object_store";

export interface InferenceServiceProps extends AwsServiceProps<Inference> {
  /**
   * Where its instances stand.
   *
   * @default - nowhere: what is serverless stands in no network
   */
  readonly place?: PrivatePlace | undefined;
}

/** Model, endpoint, scaling and what takes a new model back, derived from the declaration of one service of inference. */
export class InferenceService extends AwsService<Inference, InferenceServiceProps> {
  readonly stores: Stores;
  /** What takes a new model back; undefined: whatever comes up stays. */
  readonly alarms: BurnAlarms | undefined;
  readonly endpoint: InferenceEndpoint;
  /** Undefined: SageMaker starts what is serverless by itself. */
  readonly scaling: EndpointScaling | undefined;
  /** Who may ask it. */
  readonly grants: EndpointGrants;
  private readonly dataKey: Key;
  private readonly logsKey: Key;
  private readonly volumeKey: Key | undefined;

  constructor(scope: Construct, id: string, props: InferenceServiceProps) {
    super(scope, id, props);
    const { serve } = props.service.workload;
    this.dataKey = this.makeKey("data");
    this.logsKey = this.makeLogsKey(this.names.endpointLogGroup);
    const hasVolumes = serve.mode !== "serverless" && !serve.ownDisks;
    this.volumeKey = hasVolumes ? this.makeKey("volumes") : undefined;
    this.stores = this.makeStores({ data: this.dataKey });
    this.alarms = this.makeAlarms();
    this.endpoint = this.makeEndpoint();
    this.scaling = this.makeScaling();
    this.grants = this.makeGrants();
    this.traceOrigins();
    new TerraformOutput(this, "endpoint-name", {
      value: this.endpoint.endpoint.name,
      description: "What is asked for an answer, by those who may.",
    });
  }

  /** The endpoint is named, not referred to: it refers to the alarms. */
  private makeAlarms(): BurnAlarms | undefined {
    const { service } = this.props;
    if (service.rollout === undefined) return undefined;
    const { endpoint, endpointVariant } = this.names;
    return new BurnAlarms(this, "rollout", {
      alarms: burnAlarms(service),
      dimensions: { EndpointName: endpoint, VariantName: endpointVariant },
    });
  }

  private makeEndpoint(): InferenceEndpoint {
    const { service, location, place } = this.props;
    const { serve, model, environment, logRetentionDays, deletionProtection } = service.workload;
    const { rollout } = service;
    return new InferenceEndpoint(this, "endpoint", {
      names: this.names,
      ...{ location, serve, environment, place, logRetentionDays },
      image: servingImage(service, location).address,
      modelUrl: `s3://${this.bucket(model.store).bucketName}/${model.key}`,
      grants: this.serveGrants(),
      bucketName: this.written?.bucketName,
      dataKeyArn: this.dataKey.arn,
      volumeKeyArn: this.volumeKey?.arn,
      logKeyArn: this.logsKey.arn,
      deployment: rollout && this.alarms && deploymentOf(rollout, this.alarms.alarmNames),
      protected: deletionProtection,
    });
  }

  private serveGrants() {
    const { service, location, place } = this.props;
    const { serve, model } = service.workload;
    const written = this.written && bucketArn(location.region, this.written.bucketName);
    const isAsync = serve.mode === "async";
    const folders = isAsync ? [FOLDERS.output, FOLDERS.failures] : [CAPTURED];
    const { success, error } = isAsync ? serve.notify : {};
    return serveGrants({
      location,
      logGroup: this.names.endpointLogGroup,
      repositoryArn: servingImage(service, location).repositoryArn,
      modelArn: `${bucketArn(location.region, this.bucket(model.store).bucketName)}/${model.key}`,
      dataKeyArn: this.dataKey.arn,
      reads: isAsync && written ? [`${written}/${FOLDERS.input}*`] : [],
      writes: written ? folders.map((folder) => `${written}/${folder}*`) : [],
      topics: [success, error].filter((topic) => topic !== undefined),
      alarms: (this.alarms?.alarmNames ?? []).map((name) => alarmArn(location, name)),
      vpcId: place?.vpcId,
    });
  }

  /** The bucket that the endpoint writes to; undefined where it writes nothing. */
  private get written(): ObjectStore | undefined {
    const { serve } = this.props.service.workload;
    if (serve.mode === "async") return this.bucket(serve.store);
    const capture = serve.mode === "realTime" ? serve.capture : undefined;
    return capture && this.bucket(capture.store);
  }

  /** @throws for a store that is none of the service's: a rule is missing */
  private bucket(store: string): ObjectStore {
    const found = this.stores.buckets.find(({ node }) => node.id === store);
    if (found !== undefined) return found;
    throw new Error(`${this.props.service.name}: expected an object store ${store}`);
  }

  private makeScaling(): EndpointScaling | undefined {
    const { serve } = this.props.service.workload;
    if (serve.mode === "serverless") return undefined;
    const of = this.endpoint.endpoint;
    return new EndpointScaling(this, "scaling", { names: this.names, of, serve });
  }

  private makeGrants(): EndpointGrants {
    const { service, location } = this.props;
    const { name } = this.endpoint.endpoint;
    const isAsync = service.workload.serve.mode === "async";
    const bucketName = this.written?.bucketName;
    return new EndpointGrants({
      ...{ service: service.name, endpointName: name, location },
      arn: endpointArn(location, name),
      exchange:
        isAsync && bucketName !== undefined
          ? {
              ...{ bucketName, bucketArn: bucketArn(location.region, bucketName) },
              keyArn: this.dataKey.arn,
            }
          : undefined,
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service);
    cameFrom(this.endpoint, service, "workload.serve");
    cameFrom(this.endpoint.model, service, "workload.model");
    for (const part of [this.logsKey, this.volumeKey])
      if (part) cameFrom(part, service, "workload");
    if (this.scaling) cameFrom(this.scaling, service, "workload.serve");
    if (this.alarms) cameFrom(this.alarms, service, "workload.rollout");
    this.traceStores(this.stores, this.dataKey);
  }
}
