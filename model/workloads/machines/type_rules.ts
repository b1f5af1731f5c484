import type { AwsEnvironment } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { duplicateProblem, show } from "../../problems";
import { settleBounds } from "../balanced/defaults";
import { settlePurchase, settleTypes, takesSpareCapacity } from "./defaults";
import type { MachineRangeDeclaration, VirtualMachinesDeclaration } from "./declaration";

/** What types and attributes mean to one another and to the processors. */
export const typeProblems = (workload: VirtualMachinesDeclaration): FieldProblem[] => [
  ...problemIf("workload.types", typesProblem(workload)),
  ...problemIf("workload.attributes", bothProblem(workload)),
  ...problemIf("workload.attributes.cpus.max", rangeProblem(workload.attributes?.cpus)),
  ...problemIf("workload.attributes.memory.max", rangeProblem(workload.attributes?.memory)),
];

/**
 * AWS's own processors have a `g` behind the generation: `m7g`, `c7gn`, `is4gen`; before them there was `a1`.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export const architectureOf = (type: string): "arm64" | "x86_64" =>
  /^(a1|[a-z]+\d+g[a-z]*)[.-]/.test(type) ? "arm64" : "x86_64";

function typesProblem({ types, architecture = "arm64" }: VirtualMachinesDeclaration) {
  if (types === undefined) return undefined;
  const foreign = types.find((type) => architectureOf(type) !== architecture);
  if (foreign === undefined) return duplicateProblem(types);
  return `expected types with the processors of ${architecture}, got ${show(foreign)}, which is ${architectureOf(foreign)}; say \`architecture\`, and an image for it`;
}

const bothProblem = ({ types, attributes }: VirtualMachinesDeclaration): string | undefined =>
  types === undefined || attributes === undefined
    ? undefined
    : `expected either \`types\` or \`attributes\`, which say the same in two ways, got both`;

const rangeProblem = (range: MachineRangeDeclaration | undefined): string | undefined =>
  range === undefined || range.min <= range.max
    ? undefined
    : `expected the min of ${range.min} or more, got ${range.max}`;

/** What the way in which machines are bought means to their types and their number. */
export function purchaseProblems(
  workload: VirtualMachinesDeclaration,
  environment: AwsEnvironment,
): FieldProblem[] {
  return [
    ...problemIf("workload.purchase", onePoolProblem(workload) ?? reservedProblem(workload)),
    ...problemIf("workload.purchase.base", baseProblem(workload, environment)),
    ...problemIf("workload.purchase.reservations", twiceProblem(workload)),
  ];
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html */
function onePoolProblem(workload: VirtualMachinesDeclaration): string | undefined {
  const types = settleTypes(workload);
  if (!takesSpareCapacity(settlePurchase(workload.purchase)) || types.length !== 1)
    return undefined;
  return `expected two \`types\` or more, or \`attributes\`, with spare capacity: AWS takes back all of one type at once, got ${show(types)}`;
}

function reservedProblem(workload: VirtualMachinesDeclaration): string | undefined {
  const types = settleTypes(workload);
  if (settlePurchase(workload.purchase).kind !== "reserved" || types.length === 1) return undefined;
  return `expected one of \`types\`, which is what a reservation is of, got ${workload.attributes ? "`attributes`" : show(types)}`;
}

function baseProblem(
  { purchase, machines }: VirtualMachinesDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const settled = settlePurchase(purchase);
  const { max } = settleBounds(machines, environment);
  if (settled.kind !== "instances" || settled.base <= max) return undefined;
  return `expected at most the ${max} machines that run at most, got ${settled.base}`;
}

function twiceProblem({ purchase }: VirtualMachinesDeclaration): string | undefined {
  const settled = settlePurchase(purchase);
  return settled.kind === "reserved" ? duplicateProblem(settled.reservations) : undefined;
}
