import { Construct } from "constructs";
import { burnAlarms } from "../../../model/rollout/burn_alarms";
import type { Service } from "../../../model/service";
import { cameFrom } from "../../annotate";
import type { Location } from "../arn";
import type { ServiceFunction } from "../service_function";
import { BurnAlarms } from "./burn_alarms";
import { ShiftedFunction } from "./shifted_function";

export interface FunctionRolloutProps {
  /** Settled, and with a rollout that shifts calls. */
  readonly service: Service;

  readonly location: Location;

  /** Whose versions take over. */
  readonly of: ServiceFunction;

  /** Physical name of the function. */
  readonly functionName: string;

  /** Beside `FunctionName`, the values of CloudWatch's dimensions, by the dimension's name. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Steps in which a new version of a service's function takes over, and the alarms that take it back. */
export class FunctionRollout extends Construct {
  readonly alarms: BurnAlarms;
  readonly shifted: ShiftedFunction;

  constructor(scope: Construct, id: string, props: FunctionRolloutProps) {
    super(scope, id);
    const { service, location, of, functionName, dimensions } = props;
    this.alarms = new BurnAlarms(this, "alarms", {
      alarms: burnAlarms(service),
      dimensions: { FunctionName: of.function.functionName, ...dimensions },
    });
    this.shifted = new ShiftedFunction(this, "shift", {
      ...{ of, functionName, location, alarms: this.alarms },
      ...shiftOf(service),
    });
    cameFrom(this, service, "workload.rollout");
  }
}

/** @throws where a service shifts no calls: a rule is missing */
function shiftOf({ name, rollout }: Service) {
  const { strategy, shift } = rollout ?? { strategy: "rolling", shift: undefined };
  if (strategy !== "rolling" && shift !== undefined) return { strategy, shift };
  throw new Error(`${name}: expected a rollout that shifts calls`);
}
