import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { eventDriven, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { EventDrivenService } from "../aws/event_driven";
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

  private addService(service: Service, { declaration, code }: AwsCellStackProps): void {
    const scope = new EventDrivenService(this, service.name, {
      service: eventDriven(service),
      location: declaration,
      code: code(service),
      keyDeletionWindowDays: declaration.stage === "production" ? 30 : 7,
    });
    new RawResources(scope, service);
    tagAll(scope, tagsOf(service));
  }
}
