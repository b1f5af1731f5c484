import type { AwsEnvironment } from "../../../../model/environment";
import { SERVED, SERVED_PRODUCTION } from "../../support/inference";
import { withNetwork } from "../../support/offline_network";
import { provePlans } from "../../support/planned";
import { cellOf } from "../../support/synth";

provePlans<AwsEnvironment>(
  "inference",
  [SERVED, SERVED_PRODUCTION].map((environment) => [environment.name, environment] as const),
  (environment) => {
    const stack = cellOf(environment);
    return { ...stack, json: withNetwork(stack.json) };
  },
);
