import { z } from "zod";
import { kindOf } from "../leaves";
import { show } from "../problems";
import { batchShape } from "./batch/shape";
import { containerServiceShape } from "./containers/shape";
import { contentDeliveryShape } from "./delivery/shape";
import { eventDrivenShape } from "./event_shape";
import { graphqlShape } from "./graphql/shape";
import { inferenceShape } from "./inference/shape";
import { virtualMachinesShape } from "./machines/shape";
import { requestDrivenShape } from "./request_shape";
import { workflowShape } from "./workflow/shape";

const SHAPES = [
  eventDrivenShape,
  requestDrivenShape,
  contentDeliveryShape,
  containerServiceShape,
  graphqlShape,
  virtualMachinesShape,
  workflowShape,
  batchShape,
  inferenceShape,
] as const;

/** The shapes of workloads by their kind. */
export const workloadShape = z.discriminatedUnion("kind", SHAPES, {
  error: (issue) =>
    typeof issue.input !== "object" || issue.input === null
      ? `expected an object, got ${show(issue.input)}`
      : `expected "eventDriven", "requestDriven", "contentDelivery", "containerService", "virtualMachines", "graphql", "workflow", "batch" or "inference", got ${kindOf(issue.input, "kind")}`,
});
