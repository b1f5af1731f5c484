import type { Construct } from "constructs";
import { awsImageNames } from "../../../model/names";
import type { ContainerService } from "../../../model/service";
import { cameFrom } from "../../annotate";
import { TerraformOutput } from "../../tf";
import { imageAddress } from "../arn";
import { AwsService, NO_STORES, type Stores } from "../aws_service";
import type { AwsServiceProps } from "../aws_service_props";
import type { Key } from "../key";
import { BalancedTargets, type Entrance } from "../load_balancing/balanced_targets";
import type { BurnAlarms } from "../rollout/burn_alarms";
import { targetAlarms } from "../rollout/target_alarms";
import type { PrivatePlace } from "../network/private_place";
import type { Cluster } from "./cluster";
import { FargateService } from "./fargate_service";
import { ServiceScaling } from "./service_scaling";

export interface ContainerizedServiceProps extends AwsServiceProps<ContainerService> {
  /** Of the cell. */
  readonly cluster: Cluster;

  /** Where its tasks run. */
  readonly place: PrivatePlace;

  /**
   * The cell's, where the service has a `host`.
   *
   * @default - nobody from outside of the cell sends it requests
   */
  readonly entrance?: Entrance;

  /**
   * Make the record of its host: once, where several services share it by paths.
   *
   * @default true
   */
  readonly makeRecord?: boolean;
}

/** Tasks, stores, scaling and the way in of one container service, derived from its declaration. */
export class ContainerizedService extends AwsService<ContainerService, ContainerizedServiceProps> {
  readonly stores: Stores;
  /** Where requests from outside of the cell come from; undefined: none do. */
  readonly targets: BalancedTargets | undefined;
  /** What takes a new image back; undefined: whatever comes up stays. */
  readonly alarms: BurnAlarms | undefined;
  readonly tasks: FargateService;
  readonly scaling: ServiceScaling;
  private readonly logsKey: Key;
  private readonly dataKey: Key | undefined;

  constructor(scope: Construct, id: string, props: ContainerizedServiceProps) {
    super(scope, id, props);
    this.logsKey = this.makeLogsKey(this.names.container.logGroup);
    this.dataKey = props.service.stores.length === 0 ? undefined : this.makeKey("data");
    this.stores = this.dataKey
      ? this.makeStores({ data: this.dataKey, logs: this.logsKey })
      : NO_STORES;
    this.targets = this.makeTargets();
    this.alarms = targetAlarms(this, props.service, this.targets);
    this.tasks = this.makeTasks();
    this.grantStores(this.stores, this.tasks);
    this.connectStores(this.stores, () => this.tasks.client);
    this.scaling = this.makeScaling();
    this.traceOrigins();
    this.makeOutputs();
  }

  /** Names of the services that it cannot work without. */
  get dependsOn(): readonly string[] {
    return this.props.service.dependsOn;
  }

  private get repository(): string {
    const { environment, name } = this.props.service;
    return awsImageNames(environment, name).repository;
  }

  private makeTargets(): BalancedTargets | undefined {
    const { service, entrance, place, makeRecord = true } = this.props;
    const { host, paths, port, protocol, encrypted, health, sharing } = service.workload;
    if (entrance === undefined || host === undefined) return undefined;
    return new BalancedTargets(this, "targets", {
      ...{ entrance, service: service.name, vpcId: place.vpcId, makeRecord },
      ...{ host, paths, port, protocol, encrypted, health, sharing },
      label: this.names.container.service,
    });
  }

  private makeTasks(): FargateService {
    const { service, location, cluster, place } = this.props;
    const { tasks, environment, ...settled } = service.workload;
    return new FargateService(this, "tasks", {
      names: this.names.container,
      description: `Answers the requests of ${service.name}.`,
      ...{ location, cluster, place, repository: this.repository },
      ...settled,
      environment: { ...environment, ...this.variables(this.stores) },
      tasks: tasks.min,
      mounts: this.stores.files.map(({ mount }) => mount),
      logKeyArn: this.logsKey.arn,
      ...(this.targets && { balancer: this.targets }),
      ...(this.alarms && { alarms: this.alarms.alarmNames }),
    });
  }

  private makeScaling(): ServiceScaling {
    const { service, cluster } = this.props;
    const { tasks, scaling } = service.workload;
    return new ServiceScaling(this, "scaling", {
      names: this.names.container,
      of: this.tasks,
      clusterName: cluster.name,
      ...{ tasks, scaling },
      ...(this.targets && { balancer: this.targets }),
    });
  }

  private traceOrigins(): void {
    const { service } = this.props;
    cameFrom(this, service);
    this.traceSecrets();
    if (this.targets) this.traceTargets(this.targets);
    cameFrom(this.tasks, service, "workload");
    if (this.alarms) cameFrom(this.alarms, service, "workload.rollout");
    cameFrom(this.tasks.definition, service, "workload.image");
    cameFrom(this.scaling, service, "workload.scaling");
    cameFrom(this.scaling.target, service, "workload.tasks");
    cameFrom(this.logsKey, service, "workload");
    if (this.dataKey) this.traceStores(this.stores, this.dataKey);
  }

  private traceTargets(targets: BalancedTargets): void {
    const { service } = this.props;
    cameFrom(targets, service, "workload.host");
    cameFrom(targets.group, service, "workload.sharing");
    cameFrom(targets.route, service, "workload.host");
  }

  private makeOutputs(): void {
    new TerraformOutput(this, "image-repository", {
      value: imageAddress(this.props.location, this.repository),
      description: "Where its images are pushed to; the bootstrap stack holds it.",
    });
  }
}

/** Lets each container service of a cell ask those that it depends on. */
export function connect(services: readonly ContainerizedService[]): void {
  const byName = new Map(services.map((one) => [one.node.id, one]));
  for (const client of services)
    for (const name of client.dependsOn) byName.get(name)?.tasks.allowFrom(client.tasks);
}
