import { z } from "zod";
import { kindOf } from "../leaves";
import { show } from "../problems";
import { eventDrivenShape } from "./event_shape";
import { requestDrivenShape } from "./request_shape";

/** The shapes of workloads by their kind. */
export const workloadShape = z.discriminatedUnion("kind", [eventDrivenShape, requestDrivenShape], {
  error: (issue) =>
    typeof issue.input !== "object" || issue.input === null
      ? `expected an object, got ${show(issue.input)}`
      : `expected "eventDriven" or "requestDriven", got ${kindOf(issue.input, "kind")}`,
});
