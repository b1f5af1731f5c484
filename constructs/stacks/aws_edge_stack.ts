import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Dns } from "../../model/dns/dns";
import { awsDnsNames, awsNames, EDGE_REGION } from "../../model/names";
import {
  edgePlaceOf,
  isFronted,
  type ContentDelivery,
  type FrontedApi,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { ZoneOfEnvironment, type DnsZone } from "../aws/dns/zone";
import { EdgeApi } from "../aws/edge/edge_api";
import { EdgeDelivery, type EdgeDeliveryProps } from "../aws/edge/edge_delivery";
import { ApiOfCell } from "../aws/http/contract";
import type { CodeAsset } from "../code_asset";
import { tagAll, tagsOf } from "../tags";
import { AwsStack } from "./aws_stack";
import { EdgeBalancers } from "./edge_balancers";

export interface AwsEdgeStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  /** The environment's zone, where one is declared. */
  readonly dns: Dns | undefined;
  /** What is at the edge, each once: as the first cell has it. */
  readonly services: readonly Service<ContentDelivery | FrontedApi>[];
  /**
   * The text of code that runs at the edge, by its file in the repository.
   *
   * @default - no service has any
   */
  readonly edgeCode?: ((file: string) => string) | undefined;
  /**
   * The zip of code that runs behind the caches, by its module in the repository.
   *
   * @default - no service has any
   */
  readonly edgeBundle?: ((file: string) => CodeAsset) | undefined;
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
    for (const service of props.services) tagAll(this.front(service, zone), tagsOf(service));
  }

  private zone(): DnsZone | undefined {
    const { declaration, dns, services } = this.props;
    const found = services.some((service) => edgePlaceOf(service).address?.inZone);
    if (!found || dns === undefined) return undefined;
    const names = awsDnsNames(declaration.name);
    return new ZoneOfEnvironment(this, "dns", { names, dns, location: declaration });
  }

  private front(
    service: Service<ContentDelivery | FrontedApi>,
    zone: DnsZone | undefined,
  ): Construct {
    const { declaration, edgeCode, edgeBundle } = this.props;
    const shared = {
      ...{ location: declaration, code: edgeCode, bundle: edgeBundle },
      ...(zone ? { zone } : {}),
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
    };
    if (isFronted(service))
      return new EdgeApi(this, service.name, { service, api: this.apiOf(service), ...shared });
    return this.deliver(service as Service<ContentDelivery>, shared);
  }

  private deliver(
    service: Service<ContentDelivery>,
    shared: Omit<EdgeDeliveryProps, "service">,
  ): EdgeDelivery {
    const { origin } = service.workload;
    return new EdgeDelivery(this, service.name, {
      ...{ service, ...shared },
      ...(origin ? { balancer: this.balancers.of(origin.service) } : {}),
    });
  }

  private apiOf(service: Service<FrontedApi>): ApiOfCell {
    const { apiContract: contract } = awsNames(service);
    return new ApiOfCell(this, `${service.name}-api`, {
      ...{ contract, location: this.props.declaration },
    });
  }
}
