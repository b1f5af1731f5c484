import { namedIn, regional, tagged, type Scope } from "./reach";

export const INFERENCE_SCOPES = {
  endpoints: { resources: namedIn("sagemaker", "endpoint/") },
  endpointConfigs: { resources: namedIn("sagemaker", "endpoint-config/") },
  /** AWS names them, and their tag tells whose they are. */
  servedModels: { resources: regional("sagemaker", "model/*"), conditions: tagged },
} as const satisfies Readonly<Record<string, Scope>>;
