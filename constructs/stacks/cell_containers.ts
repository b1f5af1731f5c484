import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsBalancerNames, awsClusterNames, awsDnsNames } from "../../model/names";
import type { ContainerService, Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import type { AwsServiceProps } from "../aws/aws_service";
import { Cluster } from "../aws/containers/cluster";
import type { Entrance } from "../aws/containers/balanced_targets";
import { connect, ContainerizedService } from "../aws/containers/containerized_service";
import { prioritiesOf } from "../aws/containers/priorities";
import { cellCertificate } from "../aws/dns/hosts";
import { ZoneOfEnvironment } from "../aws/dns/zone";
import { CellBalancer } from "../aws/load_balancing/cell_balancer";
import type { NetworkOfEnvironment } from "../aws/network/contract";
import { sharedTags, tagAll } from "../tags";
import { networkIn } from "./cell_network";

export interface CellContainersProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly cell: string;
  /** Those of the cell. */
  readonly services: readonly Service<ContainerService>[];
}

/** What the container services of a cell share: a cluster, the environment's network, and the way in where one has a host. */
export class CellContainers {
  private readonly cluster: Cluster;
  private readonly network: NetworkOfEnvironment;
  private readonly entrance: Omit<Entrance, "priority"> | undefined;
  private readonly priorities: ReadonlyMap<string, number>;
  private readonly made: ContainerizedService[] = [];

  constructor(
    private readonly scope: Construct,
    private readonly props: CellContainersProps,
  ) {
    const { environment, declaration, cell } = props;
    const { name, network, logRetentionDays } = environment;
    this.network = networkIn(scope, environment);
    this.cluster = new Cluster(scope, "cluster", {
      names: awsClusterNames(name, cell),
      location: declaration,
      logRetentionDays,
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
    });
    tagAll(this.cluster, sharedTags(environment));
    const hosted = this.hosted();
    this.priorities = prioritiesOf(hosted.map(({ name, workload }) => ({ name, ...workload })));
    this.entrance = hosted.length === 0 ? undefined : this.makeEntrance(network?.ipv6 ?? false);
  }

  add(
    service: Service<ContainerService>,
    props: Omit<AwsServiceProps<ContainerService>, "service">,
  ): ContainerizedService {
    const { cluster, entrance } = this;
    const priority = this.priorities.get(service.name);
    const made = new ContainerizedService(this.scope, service.name, {
      ...{
        service,
        cluster,
        place: this.network.privatePlace,
        makeRecord: this.firstOfHost(service),
      },
      ...(entrance && priority !== undefined && { entrance: { ...entrance, priority } }),
      ...props,
    });
    this.made.push(made);
    return made;
  }

  /** Once all are there: each may ask those that it depends on. */
  connect(): void {
    connect(this.made);
  }

  private hosted() {
    return this.props.services.filter(({ workload }) => workload.host !== undefined);
  }

  /** The first by name: a record is made once, whatever shares its host. Behind the edge it leads there, and stands in the edge's stack. */
  private firstOfHost({ name, workload }: Service<ContainerService>): boolean {
    const { host, behindEdge } = workload;
    if (behindEdge) return false;
    const names = this.hosted()
      .filter(({ workload }) => workload.host === host)
      .map((one) => one.name);
    return names.toSorted()[0] === name;
  }

  private makeEntrance(ipv6: boolean): Omit<Entrance, "priority"> {
    const { environment, declaration, cell } = this.props;
    const { name, dns, loadBalancer } = environment;
    if (dns === undefined) throw new Error(`${name}: expected a zone, which its rules ask for`);
    const zone = new ZoneOfEnvironment(this.scope, "dns", { names: awsDnsNames(name), dns });
    const hosts = [...new Set(this.hosted().flatMap(({ workload: { host } }) => host ?? []))];
    const behindEdge = this.hosted().some(({ workload }) => workload.behindEdge);
    const names = awsBalancerNames(name, cell, behindEdge);
    const certificate = cellCertificate(this.scope, { name: names.balancer, zone, hosts });
    const production = declaration.stage === "production";
    const balancer = new CellBalancer(this.scope, "entrance", {
      ...{ environment: name, cell, settled: loadBalancer, network: this.network, ipv6 },
      ...{ location: declaration, certificateArn: certificate.arn, behindEdge },
      deletionProtection: production,
      keyDeletionWindowDays: production ? 30 : 7,
    });
    for (const shared of [certificate, balancer]) tagAll(shared, sharedTags(environment));
    return { balancer, zone, names };
  }
}
