import type { Echo } from "./echo";

/** Which version a function's alias leads to is CodeDeploy's where a deployment group of that name moves it (docs/rollouts.md). */
const moved = (attribute: string): Echo => ({
  ...{ attribute, setter: "aws_codedeploy_deployment_group" },
  ...{ names: "deployment_group_name", owner: ["function_name"] },
  expected: () => "moved",
  actual: () => "moved",
});

/** By the type of the owner. */
export const SHIFT_ECHOES: Readonly<Record<string, readonly Echo[]>> = {
  aws_lambda_alias: [moved("function_version"), moved("routing_config")],
};
