import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import {
  isContentDelivery,
  isEventDriven,
  isRequestDriven,
  type Service,
} from "../../model/service";
import type { Environment } from "../../model/settle";
import { ContentDeliveryService } from "../aws/content_delivery";
import { EventDrivenService } from "../aws/event_driven";
import { RequestDrivenService } from "../aws/request_driven";
import type { CodeAsset } from "../code_asset";
import { RawResources } from "../raw_resource";
import { tagAll, tagsOf } from "../tags";
import { AwsStack } from "./aws_stack";

export interface AwsCellStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  /** Those of this cell. */
  readonly services: readonly Service[];
  readonly code: (service: Service) => CodeAsset;
}

/** One cell: everything that its services run on, in one state. */
export class AwsCellStack extends AwsStack {
  constructor(scope: Construct, id: string, props: AwsCellStackProps) {
    super(scope, id, props);
    for (const service of props.services) this.addService(service, props);
  }

  private addService(service: Service, props: AwsCellStackProps): void {
    const scope = this.makeService(service, props);
    new RawResources(scope, service);
    tagAll(scope, tagsOf(service));
  }

  private makeService(service: Service, { declaration, code }: AwsCellStackProps): Construct {
    const props = {
      location: declaration,
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
    };
    if (isEventDriven(service))
      return new EventDrivenService(this, service.name, { service, code: code(service), ...props });
    if (isRequestDriven(service))
      return new RequestDrivenService(this, service.name, {
        service,
        code: code(service),
        ...props,
      });
    if (isContentDelivery(service))
      return new ContentDeliveryService(this, service.name, { service, ...props });
    throw new Error(`${service.name}: expected a workload that runs on AWS`);
  }
}
