import type { AwsEnvironment } from "../environment";
import { pattern } from "../leaves";
import { show } from "../problems";

/** The region of a copy. */
export const regionShape = pattern('a region such as "us-west-2"', /^[a-z]{2}(-[a-z]+)+-\d$/);

/** What is copied stays within a partition: `aws`, China and the US government have accounts of their own. */
const partitionOf = (region: string): string =>
  ["cn-", "us-gov-", "us-iso"].find((start) => region.startsWith(start)) ?? "";

/** Whether a store of an environment can be copied there. */
export function regionProblem(to: string, { name, region }: AwsEnvironment): string | undefined {
  if (to === region)
    return `expected another region than the environment's (${name}), with which a copy would be lost, got ${show(to)}`;
  if (partitionOf(to) === partitionOf(region)) return undefined;
  return `expected a region that accounts of ${region} (${name}) can be in, got ${show(to)}`;
}
