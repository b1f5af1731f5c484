/** A whole number within AWS's bounds, where it is said. */
export function between(
  field: string,
  value: number | undefined,
  least: number,
  most: number,
): string | false {
  if (value === undefined) return false;
  if (Number.isInteger(value) && value >= least && value <= most) return false;
  return `${field}: expected a whole number from ${least} to ${most}, got ${value}`;
}

/** @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html */
const NAME = /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

/** Of load balancers and of target groups alike. */
export const nameProblem = (name: string): string | false =>
  !NAME.test(name) &&
  `name: expected 1 to 32 letters, digits and dashes, no dash at an end and not "internal-" first, got ${JSON.stringify(name)}`;
