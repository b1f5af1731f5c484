import type { AwsEnvironment } from "../../../../model/environment";
import { provePlans } from "../../support/planned";
import { answerForStepFunctions } from "../../support/state_machines";
import { cellOf } from "../../support/synth";
import { WORKED, WORKED_EXPRESS, WORKED_PRODUCTION } from "../../support/workflow";

answerForStepFunctions();

provePlans<AwsEnvironment>(
  "workflow",
  [WORKED, WORKED_EXPRESS, WORKED_PRODUCTION].map(
    (environment) => [environment.name, environment] as const,
  ),
  (environment) => cellOf(environment),
);
