import type { AwsEnvironment } from "../../../model/environment";
import { WITH_KEYS } from "../support/key_value";
import { provePlans } from "../support/planned";
import { CODE, cellOf } from "../support/synth";

const production: AwsEnvironment = {
  ...WITH_KEYS,
  ...{ name: "prod-keys", stage: "production", backup: "none" },
};

provePlans(
  "tables",
  [WITH_KEYS, production].map((environment) => [environment.stage, environment] as const),
  (environment) => {
    const { resources, json } = cellOf(environment);
    // One zip is there for every service.
    const text = JSON.stringify(json).replaceAll("assets/baskets-aws.zip", CODE.fileName);
    return { resources, json: JSON.parse(text) as typeof json };
  },
);
