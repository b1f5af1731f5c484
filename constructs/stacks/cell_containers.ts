import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsClusterNames } from "../../model/names";
import type { ContainerService, Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { AwsServiceProps } from "../aws/aws_service_props";
import { Cluster } from "../aws/containers/cluster";
import { connect, ContainerizedService } from "../aws/containers/containerized_service";
import type { NetworkOfEnvironment } from "../aws/network/contract";
import { sharedTags, tagAll } from "../tags";
import type { CellEntrance } from "./cell_entrance";

export interface CellContainersProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly cell: string;
  readonly network: NetworkOfEnvironment;
  /** That of the cell. */
  readonly entrance: CellEntrance;
}

/** The container services of a cell, and the cluster that they share. */
export class CellContainers {
  private readonly cluster: Cluster;
  private readonly made: ContainerizedService[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly props: CellContainersProps,
  ) {
    const { environment, declaration, cell } = props;
    this.cluster = new Cluster(scope, "cluster", {
      names: awsClusterNames(environment.name, cell),
      location: declaration,
      logRetentionDays: environment.logRetentionDays,
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
      ...(declaration.privateCa !== undefined && { privateCaArn: declaration.privateCa }),
    });
    tagAll(this.cluster, sharedTags(environment));
  }

  add(
    service: Service<ContainerService>,
    props: Omit<AwsServiceProps<ContainerService>, "service">,
  ): ContainerizedService {
    const { network, entrance } = this.props;
    const made = new ContainerizedService(this.scope, service.name, {
      ...{ service, cluster: this.cluster, place: network.privatePlace },
      ...entrance.of(service),
      ...props,
    });
    this.made.push(made);
    return made;
  }

  /** Once all are there: each may ask those that it depends on. */
  connect(): void {
    connect(this.made);
  }
}
