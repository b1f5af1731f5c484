import type { AwsEnvironment } from "../../../../model/environment";
import { CONTRACTS, GRAPHED, GRAPHED_PRODUCTION } from "../../support/graphql";
import { provePlans } from "../../support/planned";
import { cellOf } from "../../support/synth";

provePlans<AwsEnvironment>(
  "GraphQL API",
  [GRAPHED, GRAPHED_PRODUCTION].map((environment) => [environment.stage, environment] as const),
  (environment) => cellOf(environment, {}, CONTRACTS),
);
