import type { AwsEnvironment } from "../../../../model/environment";
import { WITH_DATA } from "../../support/data";
import { knowingContracts } from "../../support/known_contracts";
import { provePlans } from "../../support/planned";
import { cellOf } from "../../support/synth";

const production: AwsEnvironment = { ...WITH_DATA, name: "prod-data", stage: "production" };

provePlans(
  "databases and caches",
  [WITH_DATA, production].map((environment) => [environment.stage, environment] as const),
  (environment) => knowingContracts(cellOf(environment)),
);
