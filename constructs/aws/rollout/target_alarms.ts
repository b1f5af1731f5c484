import type { Construct } from "constructs";
import { burnAlarms } from "../../../model/rollout/burn_alarms";
import type { Service } from "../../../model/service";
import type { BalancedTargets } from "../load_balancing/balanced_targets";
import { BurnAlarms } from "./burn_alarms";

/** The alarms that take a new version of tasks or machines back; undefined where the service declares no rollout. */
export function targetAlarms(
  scope: Construct,
  service: Service,
  targets: BalancedTargets | undefined,
): BurnAlarms | undefined {
  if (service.rollout === undefined || targets === undefined) return undefined;
  return new BurnAlarms(scope, "rollout", {
    alarms: burnAlarms(service),
    dimensions: { LoadBalancer: targets.arnSuffix, TargetGroup: targets.targetGroupArnSuffix },
  });
}
