import { partition } from "../arn";
import { regional, type Scope } from "./reach";

export const MODEL_SCOPES = {
  /** In every region: a profile has questions answered in several. AWS names guardrails, and a model is nobody's. */
  models: {
    resources: (reach) => [
      `arn:${partition(reach.location.region)}:bedrock:*::foundation-model/*`,
      ...regional("bedrock", "guardrail/*", "inference-profile/*")(reach),
    ],
  },
} as const satisfies Readonly<Record<string, Scope>>;
