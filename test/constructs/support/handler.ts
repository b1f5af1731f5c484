import { ServiceFunction } from "../../../constructs/aws/service_function";
import type { PlatformStack } from "../../../constructs/stacks/platform_stack";
import { CODE, LOCATION } from "./synth";

/** The function that an API of the tests calls. */
export const handlerIn = (stack: PlatformStack) =>
  new ServiceFunction(stack, "handler", {
    names: {
      function: "shop-handler",
      alias: "live",
      logGroup: "/aws/lambda/shop",
      initDuration: "shop-init",
      role: "shop",
    },
    description: "Answers requests.",
    location: LOCATION,
    code: CODE,
    grants: [],
    environment: {},
    environmentKeyArn: "arn:aws:kms:us-east-1:123456789012:key/v",
    logKeyArn: "arn:aws:kms:us-east-1:123456789012:key/k",
    logRetentionDays: 30,
    reservedConcurrency: 100,
  });
