import { toYaml } from "../../../dashboards/yaml";
import { files } from "../../../model/names";
import type { RenderedFile } from "../../../model/output";
import { isRequestDriven } from "../../../model/service";
import type { Environment } from "../../../model/settle";
import { openApi } from "./document";

/** One OpenAPI document for each service that answers requests. */
export function renderOpenApi(environment: Environment): RenderedFile[] {
  return environment.services.filter(isRequestDriven).map((service) => ({
    path: files.openApi(service.name),
    text: toYaml(openApi(service, environment)),
  }));
}
