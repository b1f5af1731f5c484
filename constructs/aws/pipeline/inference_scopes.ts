import { partition } from "../arn";
import { namedIn, regional, tagged, type Scope } from "./reach";

export const INFERENCE_SCOPES = {
  /** Topics that the environment did not make, and that asynchronous endpoints tell. */
  accountTopics: { resources: regional("sns", "*") },
  endpoints: { resources: namedIn("sagemaker", "endpoint/") },
  endpointConfigs: { resources: namedIn("sagemaker", "endpoint-config/") },
  /** AWS names them, and their tag tells whose they are. */
  servedModels: { resources: regional("sagemaker", "model/*"), conditions: tagged },
  /** AWS's own, which are in accounts of their own, by region and framework; who owns them says that they may be pulled. */
  servingImages: {
    resources: ({ location: { region } }) => [
      `arn:${partition(region)}:ecr:${region}:*:repository/*`,
    ],
  },
} as const satisfies Readonly<Record<string, Scope>>;
