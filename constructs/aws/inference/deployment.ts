import type { SagemakerEndpointDeploymentConfig } from "@cdktf/provider-aws/lib/sagemaker-endpoint";
import { minutesToAll } from "../../../model/rollout/noticed";
import type { Rollout } from "../../../model/rollout/settled";

/** Instances come up in some minutes; a large model takes longer. */
const START_SECONDS = 1_800;

/**
 * A fleet beside the one before, which gets a part of the requests first and all of them later; while an alarm may still ring, the one
 * before is there.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/deployment-guardrails-blue-green.html
 * @throws for a rollout that shifts nothing: a rule is missing
 */
export function deploymentOf(
  { strategy, shift }: Rollout,
  alarms: readonly string[],
): SagemakerEndpointDeploymentConfig {
  if (strategy === "rolling" || shift === undefined)
    throw new Error(`expected a rollout that shifts requests, got ${strategy}`);
  const seconds = shift.intervalMinutes * 60;
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
      maximumExecutionTimeoutInSeconds: minutesToAll(strategy, shift) * 60 + START_SECONDS,
    },
    autoRollbackConfiguration: { alarms: alarms.map((alarmName) => ({ alarmName })) },
  };
}
