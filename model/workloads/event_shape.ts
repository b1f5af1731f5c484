import { z } from "zod";
import { duration, oneOf, whole } from "../leaves";
import { subscribesShape } from "../events/shape";
import { shape } from "../problems";
import { rolloutShape } from "../rollout/shape";
import { schedulesShape } from "../schedules/shape";
import { codeFolder, functionFields } from "./function_shape";

const queue = {
  attempts: whole(1, 100).optional(),
  visibilityTimeout: duration("0s", "12h").optional(),
  retention: duration("60s", "14d").optional(),
  deadLetterRetention: duration("60s", "14d").optional(),
  batch: shape({
    size: whole(1, 10_000).optional(),
    window: duration("0s", "300s").optional(),
  }).optional(),
};

/** A queue that keeps no order. */
export const queueShape = shape(queue);

const processor = shape({
  ...functionFields,
  timeout: duration("1s", "15m").optional(),
  reservedConcurrency: whole(1, 10_000).optional(),
  maximumConcurrency: whole(2, 1_000).optional(),
});

export const eventDrivenShape = shape({
  kind: z.literal("eventDriven"),
  code: codeFolder,
  queue: shape({ ordered: oneOf(true, false).optional(), ...queue }).optional(),
  processor: processor.optional(),
  rollout: rolloutShape.optional(),
  subscribes: subscribesShape,
  schedules: schedulesShape,
});
