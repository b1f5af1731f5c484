import { toYaml } from "../../../dashboards/yaml";
import { files } from "../../../model/names";
import type { RenderedFile } from "../../../model/output";
import type { Service } from "../../../model/service";
import type { Environment } from "../../../model/settle";
import { asyncApi } from "./document";

/** Whether others are told of events: subscribers rely on what they hold. */
export const isPublisher = ({ publishes }: Service): boolean => publishes.length > 0;

/** One AsyncAPI document for each service that publishes events. */
export function renderAsyncApi(environment: Environment): RenderedFile[] {
  return environment.services.filter(isPublisher).map((service) => ({
    path: files.asyncApi(service.name),
    text: toYaml(asyncApi(service, environment)),
  }));
}
