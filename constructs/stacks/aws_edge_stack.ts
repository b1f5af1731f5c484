import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import type { Dns } from "../../model/dns/dns";
import { awsDnsNames, EDGE_REGION } from "../../model/names";
import type { ContentDelivery, Service } from "../../model/service";
import { ZoneOfEnvironment } from "../aws/dns/zone";
import { EdgeDelivery } from "../aws/edge/edge_delivery";
import { tagAll, tagsOf } from "../tags";
import { AwsStack } from "./aws_stack";

export interface AwsEdgeStackProps {
  readonly declaration: AwsEnvironment;
  /** The environment's zone, where one is declared. */
  readonly dns: Dns | undefined;
  /** Those of every cell. */
  readonly services: readonly Service<ContentDelivery>[];
}

/** What an environment serves from caches near its users; CloudFront takes certificates, firewalls and logs of us-east-1. */
export class AwsEdgeStack extends AwsStack {
  constructor(scope: Construct, id: string, { declaration, dns, services }: AwsEdgeStackProps) {
    super(scope, id, { declaration, region: EDGE_REGION });
    const found = services.some(({ workload: { address } }) => address?.inZone);
    const names = awsDnsNames(declaration.name);
    const zone = found && dns && new ZoneOfEnvironment(this, "dns", { names, dns });
    for (const service of services) {
      const delivery = new EdgeDelivery(this, service.name, {
        service,
        location: declaration,
        ...(zone ? { zone } : {}),
        keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
      });
      tagAll(delivery, tagsOf(service));
    }
  }
}
