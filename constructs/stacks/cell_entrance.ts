import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsBalancerNames } from "../../model/names";
import { isBalanced, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { cellCertificate } from "../aws/dns/hosts";
import type { Entrance } from "../aws/load_balancing/balanced_targets";
import { CellBalancer } from "../aws/load_balancing/cell_balancer";
import { prioritiesOf } from "../aws/load_balancing/priorities";
import type { NetworkOfEnvironment } from "../aws/network/contract";
import { sharedTags, tagAll } from "../tags";
import { zoneIn } from "./cell_zone";

export interface CellEntranceProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly cell: string;
  /** Those of the cell, whether they have a host or not. */
  readonly services: readonly Service[];
  readonly network: NetworkOfEnvironment;
}

/** The way in from the internet that the services of a cell share, containers and machines alike; none where no service has a host. */
export class CellEntrance {
  private readonly entrance: Omit<Entrance, "priority"> | undefined;
  private readonly priorities: ReadonlyMap<string, number>;

  constructor(
    private readonly scope: Construct,
    private readonly props: CellEntranceProps,
  ) {
    const hosted = this.hosted();
    this.priorities = prioritiesOf(
      hosted.map(({ name, workload: { paths } }) => ({ name, paths })),
    );
    const { network } = props.environment;
    this.entrance = hosted.length === 0 ? undefined : this.makeEntrance(network?.ipv6 ?? false);
  }

  /** What a service is told of it: nothing where it has no host. */
  of(service: Service): { readonly entrance?: Entrance; readonly makeRecord: boolean } {
    const { entrance } = this;
    const priority = this.priorities.get(service.name);
    return {
      ...(entrance && priority !== undefined && { entrance: { ...entrance, priority } }),
      makeRecord: this.firstOfHost(service),
    };
  }

  private hosted() {
    return this.props.services.filter(isBalanced);
  }

  /** The first by name: a record is made once, whatever shares its host. Behind the edge it leads there, and stands in the edge's stack. */
  private firstOfHost(service: Service): boolean {
    if (!isBalanced(service) || service.workload.behindEdge) return false;
    const { host } = service.workload;
    const names = this.hosted()
      .filter(({ workload }) => workload.host === host)
      .map((one) => one.name);
    return names.toSorted()[0] === service.name;
  }

  private makeEntrance(ipv6: boolean): Omit<Entrance, "priority"> {
    const { environment, declaration, cell, network } = this.props;
    const { name, loadBalancer } = environment;
    const zone = zoneIn(this.scope, environment);
    const hosts = [...new Set(this.hosted().flatMap(({ workload: { host } }) => host ?? []))];
    const behindEdge = this.hosted().some(({ workload }) => workload.behindEdge);
    const names = awsBalancerNames(name, cell, behindEdge);
    const certificate = cellCertificate(this.scope, { name: names.balancer, zone, hosts });
    const production = declaration.stage === "production";
    const balancer = new CellBalancer(this.scope, "entrance", {
      ...{ environment: name, cell, settled: loadBalancer, network, ipv6 },
      ...{ location: declaration, certificateArn: certificate.arn, behindEdge },
      deletionProtection: production,
      keyDeletionWindowDays: production ? 30 : 7,
    });
    for (const shared of [certificate, balancer]) tagAll(shared, sharedTags(environment));
    return { balancer, zone, names };
  }
}
