import type { Construct } from "constructs";
import { eventDriven, type Service } from "../../model/service";
import type { CodeAsset } from "../code_asset";
import { EventDriven } from "../gcp/event_driven";
import { RawResources } from "../raw_resource";
import { tagAll, tagsOf } from "../tags";
import { GoogleStack, type GoogleStackProps } from "./google_stack";

export interface GoogleCellStackProps extends GoogleStackProps {
  /** Those that live in this cell. */
  readonly services: readonly Service[];
  readonly code: (service: Service) => CodeAsset;
}

/** One cell of a Google environment: its services, each below a construct of its own name. */
export class GoogleCellStack extends GoogleStack {
  constructor(scope: Construct, id: string, props: GoogleCellStackProps) {
    super(scope, id, props);
    for (const service of props.services) {
      const whole = new EventDriven(this, service.name, {
        ...{ service: eventDriven(service), place: props.declaration, code: props.code(service) },
      });
      new RawResources(whole, service);
      tagAll(whole, tagsOf(service));
    }
  }
}
