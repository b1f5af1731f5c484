import { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsEventBusNames } from "../../model/events/names";
import { usesEventBus, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { EventBus } from "../aws/events/event_bus";
import { ServiceTopics } from "../aws/events/service_topics";
import { cameFrom } from "../annotate";
import { sharedTags, tagAll, tagsOf } from "../tags";

export interface CellEventsProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly cell: string;
  /** Those of the cell, whether they tell one another anything or not. */
  readonly services: readonly Service[];
}

const deletionWindow = ({ stage }: AwsEnvironment): number => (stage === "production" ? 30 : 7);

/** The event bus of a cell; undefined where no service publishes or subscribes by it. */
export function eventBusOf(scope: Construct, props: CellEventsProps): EventBus | undefined {
  const { environment, declaration, cell, services } = props;
  if (!services.some(usesEventBus)) return undefined;
  const bus = new EventBus(scope, "cell_events", {
    names: awsEventBusNames(environment.name, cell),
    description: `What the services of ${cell} in ${environment.name} tell one another.`,
    ...{ location: declaration, archiveDays: environment.eventBus.archiveDays },
    keyDeletionWindowDays: deletionWindow(declaration),
  });
  tagAll(bus, sharedTags(environment));
  return bus;
}

/** The topics of a cell by whose they are, made before the services: who publishes and who subscribes refer to them. */
export function topicsOf(
  scope: Construct,
  { services, declaration }: CellEventsProps,
): ReadonlyMap<string, ServiceTopics> {
  // No service's name has an underscore.
  const topicsOfCell = new Construct(scope, "cell_topics");
  const publishers = services.filter(({ publishes }) => publishes.some(({ via }) => via !== "bus"));
  return new Map(
    publishers.map((service) => {
      const topics = new ServiceTopics(topicsOfCell, service.name, {
        ...{ service, location: declaration },
        keyDeletionWindowDays: deletionWindow(declaration),
      });
      cameFrom(topics, service, "publishes");
      tagAll(topics, tagsOf(service));
      return [service.name, topics];
    }),
  );
}
