import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Dns } from "../../model/dns/dns";
import { awsDnsNames, EDGE_REGION } from "../../model/names";
import type { ContentDelivery, Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { ZoneOfEnvironment, type DnsZone } from "../aws/dns/zone";
import { EdgeDelivery } from "../aws/edge/edge_delivery";
import { tagAll, tagsOf } from "../tags";
import { AwsStack } from "./aws_stack";
import { EdgeBalancers } from "./edge_balancers";

export interface AwsEdgeStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  /** The environment's zone, where one is declared. */
  readonly dns: Dns | undefined;
  /** Those of every cell. */
  readonly services: readonly Service<ContentDelivery>[];
  /**
   * The text of code that runs at the edge, by its file in the repository.
   *
   * @default - no service has any
   */
  readonly edgeCode?: ((file: string) => string) | undefined;
}

/** What an environment serves from caches near its users; CloudFront takes certificates, firewalls and logs of us-east-1. */
export class AwsEdgeStack extends AwsStack {
  private readonly balancers: EdgeBalancers;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsEdgeStackProps,
  ) {
    super(scope, id, { declaration: props.declaration, region: EDGE_REGION });
    const zone = this.zone();
    this.balancers = new EdgeBalancers(this, { edgeCode: undefined, ...props });
    for (const service of props.services) this.deliver(service, zone);
  }

  private zone(): DnsZone | undefined {
    const { declaration, dns, services } = this.props;
    const found = services.some(({ workload: { address } }) => address?.inZone);
    if (!found || dns === undefined) return undefined;
    const names = awsDnsNames(declaration.name);
    return new ZoneOfEnvironment(this, "dns", { names, dns, location: declaration });
  }

  private deliver(service: Service<ContentDelivery>, zone: DnsZone | undefined): void {
    const { declaration, edgeCode } = this.props;
    const { origin } = service.workload;
    const delivery = new EdgeDelivery(this, service.name, {
      ...{ service, location: declaration, code: edgeCode },
      ...(zone ? { zone } : {}),
      ...(origin ? { balancer: this.balancers.of(origin.service) } : {}),
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
    });
    tagAll(delivery, tagsOf(service));
  }
}
