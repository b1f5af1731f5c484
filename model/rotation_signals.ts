import { cloudWatch, count } from "./cloud_watch";
import type { CloudWatchSignal } from "./signal";

/** By the function that gives one secret another value; Secrets Manager has no metric of its own for it. */
const onRotation = cloudWatch({
  namespace: "AWS/Lambda",
  dimensions: ["FunctionName"],
  label: "dimension_FunctionName",
  resource: "rotation",
  emittedBy: "each step of a rotation",
});

/** What CloudWatch knows of rotations. */
export const rotationSignals = {
  rotationErrors: onRotation({
    ...count,
    metric: "Errors",
    description: "Steps of a rotation that failed; Secrets Manager calls for them again.",
  }),
} satisfies Record<string, CloudWatchSignal>;
