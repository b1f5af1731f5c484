import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsBackupNames } from "../../model/backup/names";
import { homeCell } from "../../model/regions/name";
import {
  answersCallers,
  isBatch,
  isContainerService,
  isContentDelivery,
  isEventDriven,
  isGraphql,
  isInference,
  isVirtualMachines,
  isWorkflow,
  mayBeBalanced,
  needsNetwork,
  type Graphql,
  type Inference,
  type RequestDriven,
  type Service,
  type VirtualMachines,
  type Workload,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { AwsService } from "../aws/aws_service";
import type { AwsServiceProps } from "../aws/aws_service_props";
import { BatchService } from "../aws/batch/batch_service";
import { JobEventDelivery } from "../aws/batch/job_event_delivery";
import { CellBackup } from "../aws/backup/cell_backup";
import { ContentDeliveryService } from "../aws/content_delivery";
import { EventDrivenService } from "../aws/event_driven";
import { GraphqlService } from "../aws/graphql_service";
import type { EndpointGrants } from "../aws/inference/endpoint_grants";
import { InferenceService } from "../aws/inference_service";
import { VirtualMachinesService } from "../aws/machines/virtual_machines_service";
import { RequestDrivenService } from "../aws/request_driven";
import type { EventBus } from "../aws/events/event_bus";
import type { ServiceTopics } from "../aws/events/service_topics";
import { WorkflowLogDelivery } from "../aws/workflow/log_delivery";
import { WorkflowService } from "../aws/workflow_service";
import type { CodeOf } from "../code_asset";
import { RawResources } from "../raw_resource";
import { sharedTags, tagAll, tagsOf } from "../tags";
import type { TerraformJson } from "../terraform_json";
import { AwsStack } from "./aws_stack";
import { CellContainers } from "./cell_containers";
import { CellEntrance } from "./cell_entrance";
import { CellRegions } from "./cell_regions";
import { eventBusOf, topicsOf } from "./cell_events";
import { networkIn } from "./cell_network";
import { signInOf } from "./cell_sign_in";
import { assertOwnCell } from "./own_cell";

export interface AwsCellStackProps {
  readonly environment: Environment;
  /** With the region where the cell is. */
  readonly declaration: AwsEnvironment;
  /** The cell's name, such as `c01`. */
  readonly cell: string;
  /** Those of this cell. */
  readonly services: readonly Service[];
  readonly code: CodeOf;
  /** The script that a service's machines run when they first start. */
  readonly boot: (service: Service<VirtualMachines>) => string;
}

/** One cell: everything that its services run on, in one state. */
export class AwsCellStack extends AwsStack {
  private readonly entrance: CellEntrance | undefined;
  private readonly containers: CellContainers | undefined;
  private readonly eventBus: EventBus | undefined;
  private readonly eventTopics: ReadonlyMap<string, ServiceTopics>;
  private readonly jobEvents: JobEventDelivery["policy"] | undefined;
  private readonly regions: CellRegions;
  private readonly endpoints = new Map<string, EndpointGrants>();
  private readonly workflowLogs: WorkflowLogDelivery["policy"] | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsCellStackProps,
  ) {
    const { environment, declaration, services } = props;
    super(scope, id, {
      declaration: environment.declaration as AwsEnvironment,
      region: declaration.region,
    });
    this.regions = new CellRegions(this, props);
    this.eventBus = eventBusOf(this, props);
    this.eventTopics = topicsOf(this, props);
    if (services.some(mayBeBalanced)) {
      const network = networkIn(this, props);
      const entrance = new CellEntrance(this, { ...props, network });
      this.entrance = entrance;
      if (services.some(isContainerService))
        this.containers = new CellContainers(this, { ...props, network, entrance });
    }
    // A pipeline's bootstrap says it for all logs of the account.
    if (services.some(isWorkflow) && props.declaration.pipeline === undefined)
      this.workflowLogs = new WorkflowLogDelivery(this, "workflow-log-delivery", {
        location: props.declaration,
        start: id,
      }).policy;
    if (services.some(isBatch) && props.declaration.pipeline === undefined)
      this.jobEvents = new JobEventDelivery(this, "job-event-delivery", {
        location: props.declaration,
        start: id,
      }).policy;
    // Who asks an endpoint refers to it.
    for (const service of [...services].sort(byWhoIsAsked)) this.addService(service);
    this.containers?.connect();
    this.backUp();
  }

  override toTerraform(): TerraformJson {
    const json = super.toTerraform();
    const { environment, cell } = this.props;
    if (environment.cells.length > 1)
      assertOwnCell(this.id, json, { environment: environment.name, cell: homeCell(cell) });
    return json;
  }

  private backUp(): void {
    const { environment, declaration, cell } = this.props;
    const stores = this.node
      .findAll()
      .filter((node) => node instanceof AwsService)
      .flatMap(({ backedUp }) => backedUp);
    // Copies of tables are put back in time by themselves; the first region's vault has the rest.
    if (environment.backup === undefined || stores.length === 0) return;
    const production = declaration.stage === "production";
    const backup = new CellBackup(this, "cell-backup", {
      names: awsBackupNames(environment.name, cell),
      ...{ backup: environment.backup, stores, location: declaration },
      keyDeletionWindowDays: production ? 30 : 7,
    });
    tagAll(backup, sharedTags(environment));
  }

  private addService(service: Service): void {
    const scope = this.makeService(service);
    new RawResources(scope, service);
    tagAll(scope, tagsOf(service));
  }

  private makeService(service: Service): Construct {
    const { declaration, code } = this.props;
    const props = {
      location: declaration,
      network: needsNetwork(service) ? networkIn(this, this.props) : undefined,
      ...{ eventBus: this.eventBus, eventTopics: this.eventTopics, endpoints: this.endpoints },
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
      rotationCode: (secret: string) => code(service, { rotates: secret }),
      outboxCode: service.outbox && code(service, "outbox"),
      ...this.regions.of(service),
    };
    if (isEventDriven(service))
      return new EventDrivenService(this, service.name, { service, code: code(service), ...props });
    if (isWorkflow(service)) {
      const logDelivery = this.workflowLogs;
      const all = { code: code(service), logDelivery, ...props };
      return new WorkflowService(this, service.name, { service, ...all });
    }
    if (isInference(service)) return this.makeInference(service, props);
    if (answersCallers(service)) return this.makeApi(service, props);
    if (isContentDelivery(service))
      return new ContentDeliveryService(this, service.name, { service, ...props });
    if (isBatch(service))
      return new BatchService(this, service.name, {
        ...{ service, ...props, network: networkIn(this, this.props), delivery: this.jobEvents },
      });
    return this.makeBalanced(service, props);
  }

  private makeInference(
    service: Service<Inference>,
    props: Omit<AwsServiceProps<Inference>, "service">,
  ): InferenceService {
    const stands = service.workload.serve.mode !== "serverless";
    const place = stands ? networkIn(this, this.props).privatePlace : undefined;
    const made = new InferenceService(this, service.name, { service, place, ...props });
    this.endpoints.set(service.name, made.grants);
    return made;
  }

  /** What the load balancer of the cell may be in front of. */
  private makeBalanced(
    service: Service,
    props: Omit<AwsServiceProps<Workload>, "service">,
  ): Construct {
    if (isContainerService(service) && this.containers) return this.containers.add(service, props);
    if (isVirtualMachines(service) && this.entrance) {
      return new VirtualMachinesService(this, service.name, {
        ...{ service, boot: this.props.boot(service), ...this.entrance.of(service), ...props },
        network: networkIn(this, this.props),
      });
    }
    throw new Error(`${service.name}: expected a workload that runs on AWS`);
  }

  private makeApi(
    service: Service<RequestDriven> | Service<Graphql>,
    props: Omit<AwsServiceProps<RequestDriven>, "service">,
  ): Construct {
    const { environment, code } = this.props;
    const signIn = service.workload.signIn && signInOf(this, environment);
    const all = { code: code(service), signIn, ...props };
    return isGraphql(service)
      ? new GraphqlService(this, service.name, { service, ...all })
      : new RequestDrivenService(this, service.name, { service, ...all });
  }
}

/** Endpoints first, else as they are declared. */
const byWhoIsAsked = (one: Service, other: Service): number =>
  Number(isInference(other)) - Number(isInference(one));
