import type { SagemakerEndpointDeploymentConfig } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { START_MINUTES } from "../../../model/rollout/fleet_rules";
import { minutesToAll } from "../../../model/rollout/noticed";
import type { Rollout } from "../../../model/rollout/settled";

/**
 * A fleet beside the one before, which gets a part of the requests first and all of them later; while an alarm may still ring, the one
 * before is there. What a deployment may take is more than all its waits together, of which that for the end of the fleet before is one.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_BlueGreenUpdatePolicy.html
 * @throws for a rollout that shifts nothing: a rule is missing
 */
export function deploymentOf(
  { strategy, shift }: Rollout,
  alarms: readonly string[],
): SagemakerEndpointDeploymentConfig {
  if (strategy === "rolling" || shift === undefined)
    throw new Error(`expected a rollout that shifts requests, got ${strategy}`);
  const seconds = shift.intervalMinutes * 60;
  const waits = minutesToAll(strategy, shift) * 60 + seconds;
  const step = { type: "CAPACITY_PERCENT", value: shift.percent };
  return {
    blueGreenUpdatePolicy: {
      trafficRoutingConfiguration: {
        ...(strategy === "canary"
          ? { type: "CANARY", canarySize: step }
          : { type: "LINEAR", linearStepSize: step }),
        waitIntervalInSeconds: seconds,
      },
      terminationWaitInSeconds: seconds,
      maximumExecutionTimeoutInSeconds: waits + START_MINUTES * 60,
    },
    autoRollbackConfiguration: { alarms: alarms.map((alarmName) => ({ alarmName })) },
  };
}
