import { sizeProblem } from "../../../model/workloads/containers/sizes";
import type { FargateServiceProps } from "./fargate_service";

/** What Fargate or the provider would refuse later; a declaration's problems are found before. */
export const fargateProblems = (props: FargateServiceProps): (string | false)[] => [
  sizeOf(props),
  between("port", props.port, 1_024, 65_535),
  between("tasks", props.tasks, 1, 5_000),
  between("spotPercent", props.spotPercent ?? 0, 0, 100),
  between("stopTimeoutSeconds", props.stopTimeoutSeconds, 2, 120),
  between("gracePeriodSeconds", props.gracePeriodSeconds, 0, 2_147_483_647),
  /^0+(:|$)/.test(props.user ?? "1000:1000") &&
    `user: expected another user than root, got "${props.user}"`,
  props.place.subnetIds.length === 0 && "place.subnetIds: expected one or more, got none",
];

function sizeOf({ cpuUnits, memoryMiB }: FargateServiceProps): string | false {
  const fits = sizeProblem(cpuUnits, memoryMiB);
  return (
    fits !== undefined &&
    `memoryMiB: expected ${fits} with ${cpuUnits} units of CPU, got ${memoryMiB}`
  );
}

const between = (field: string, value: number, least: number, most: number): string | false =>
  !(Number.isInteger(value) && value >= least && value <= most) &&
  `${field}: expected a whole number from ${least} to ${most}, got ${value}`;
