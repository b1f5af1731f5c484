import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { renderCollector } from "./collector";
import { renderSdkSettings } from "./sdk";
import { renderStores } from "./stores";

/** What becomes of traces, logs and application metrics: the SDKs' settings, the collector, and what keeps them. */
export const renderOpenTelemetry = (environment: Environment): RenderedFile[] => [
  renderCollector(environment),
  ...environment.services.map(renderSdkSettings),
  ...renderStores(),
];
