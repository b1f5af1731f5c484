import type { RenderedFile } from "../../model/output";
import { servicesEverywhere } from "../../model/cells/view";
import { runsCode } from "../../model/service";
import type { Environment } from "../../model/settle";
import { renderCollector } from "./collector";
import { renderSdkSettings } from "./sdk";
import { renderStores } from "./stores";

/** What becomes of traces, logs and application metrics: the SDKs' settings, the collector, and what keeps them. */
export function renderOpenTelemetry(environment: Environment): RenderedFile[] {
  const services = environment.services.filter(runsCode);
  return [
    renderCollector({ ...environment, services }),
    ...servicesEverywhere(environment).filter(runsCode).map(renderSdkSettings),
    ...renderStores(),
  ];
}
