import type { ServiceDeclaration } from "../../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { settledZones } from "../../network/network";
import { TIERS } from "../../network/slots";
import { duplicateProblem, show } from "../../problems";
import {
  boundsProblems,
  hostProblem,
  ownVariableProblem,
  sharedProblems,
  unbalancedProblems,
} from "../balanced/rules";
import { settleRefresh } from "./defaults";
import type { VirtualMachinesDeclaration } from "./declaration";
import { diskProblems } from "./disk_rules";
import { purchaseProblems, typeProblems } from "./type_rules";

/** What the fields of a workload of machines mean to one another, to its environment and to the cloud; paths start at the service. */
export function virtualMachinesProblems(
  workload: VirtualMachinesDeclaration,
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (environment.cloud === "google") return problemIf("workload.kind", unbuilt(environment.name));
  return [
    ...problemIf("workload.kind", homelessProblem(environment)),
    ...problemIf("workload.host", hostProblem(workload, service, environment)),
    ...unbalancedProblems(workload, balancedFields(workload)),
    ...sharedProblems(workload),
    ...boundsProblems("machines", workload.machines, environment),
    ...problemIf("workload.zones", zonesProblem(workload, environment)),
    ...typeProblems(workload),
    ...purchaseProblems(workload, environment),
    ...problemIf("workload.refresh.maxHealthy", refreshProblem(workload)),
    ...diskProblems(workload),
    ...problemIf("workload.environment", ownVariableProblem(workload, OWN_VARIABLES)),
  ];
}

const unbuilt = (environment: string): string =>
  `expected "eventDriven" on Google Cloud (${environment}), where machines are not built yet (docs/clouds.md); list the service in environments on AWS only, got "virtualMachines"`;

/** What a machine writes to its log group, asks AWS for and installs goes out of the network. */
function homelessProblem({ name, network }: AwsEnvironment): string | undefined {
  if (network === undefined)
    return `expected \`network\` of the environment ${name}, in whose private tier machines run, got "virtualMachines" alone`;
  if (!(network.tiers ?? TIERS).includes("private"))
    return `expected the tier "private" in \`${name}.network.tiers\`, where machines run, got ${show(network.tiers)}`;
  const { nat = "none" } = network;
  if (nat !== "none") return undefined;
  return `expected a way out of the network, by which machines are managed and install what they run: \`${name}.network.nat\` of "single" or "perZone", got ${show(nat)}`;
}

function balancedFields(workload: VirtualMachinesDeclaration) {
  const { port, paths, protocol, health, sharing, gracePeriod, scaling = {} } = workload;
  return {
    ...{ port, paths, protocol, health, sharing, gracePeriod },
    "scaling.requestsPerTarget": scaling.requestsPerTarget,
  };
}

function zonesProblem(
  { zones }: VirtualMachinesDeclaration,
  environment: AwsEnvironment,
): string | undefined {
  const { name, stage, network } = environment;
  if (zones === undefined || network === undefined) return undefined;
  const known = settledZones(environment, network);
  const unknown = zones.find((zone) => !known.includes(zone));
  if (unknown !== undefined)
    return `expected zones of the network of ${name} (${known.join(", ")}), got ${show(unknown)}`;
  const twice = duplicateProblem(zones);
  if (twice !== undefined || stage !== "production" || zones.length >= 2) return twice;
  return `expected two zones or more in production (${name}), so that the service outlives one, got ${show(zones)}`;
}

/** @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html */
function refreshProblem({ refresh = {} }: VirtualMachinesDeclaration): string | undefined {
  const { minHealthyPercent, maxHealthyPercent } = settleRefresh(refresh);
  if (maxHealthyPercent - minHealthyPercent <= 100) return undefined;
  return `expected at most 100 more than the \`minHealthy\` of ${minHealthyPercent}, got ${maxHealthyPercent}`;
}

/** What the construct itself says to the machine. */
const OWN_VARIABLES: readonly string[] = ["SERVICE", "ENVIRONMENT", "PORT", "LOG_GROUP"];
