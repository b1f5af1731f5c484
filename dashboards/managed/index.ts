import type { Environment } from "../../model/settle";
import { managedRules } from "./amazon";
import { alertPolicies } from "./google";

/** What the managed engine of an environment's cloud runs, where the environment asks for one. */
export const managedAlerting = (environment: Environment) => ({
  aws: managedRules(environment),
  google: alertPolicies(environment),
});
