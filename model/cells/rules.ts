import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { FIRST_CELL } from "../names";
import { networksOf, slotOf } from "../network/cell_slots";
import { duplicateProblem, show, type Problem } from "../problems";
import type { FleetDeclaration } from "./declaration";
import { cellsOf, fleetOf, namesOf } from "./fleet";
import { routerProblems } from "./router/rules";
import { serviceFleetProblems } from "./service_rules";
import { countOf, movesBetween, rebalance, type BucketTable } from "./table";

/** What the fields of a fleet mean to one another, and what is not built for one. */
export function fleetProblems(environment: EnvironmentDeclaration): Problem[] {
  const declared = fleetOf(environment);
  if (declared === undefined || environment.cloud !== "aws") return [];
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${environment.name}.cells.${field}`, message }];
  const names = namesOf(declared);
  const { weights = {}, pinned = {}, sandbox } = declared;
  return [
    ...at("fleet", duplicateProblem(names) ?? firstProblem(names) ?? roomProblem(environment)),
    ...Object.keys(weights).flatMap((cell) => at(`weights.${cell}`, strangerProblem(cell, names))),
    ...at("weights", weightProblem(declared)),
    ...Object.entries(pinned).flatMap(([key, cell]) =>
      at(`pinned.${key}`, strangerProblem(cell, names)),
    ),
    ...at("sandbox", sandbox === undefined ? undefined : strangerProblem(sandbox, names)),
    ...at("networkPrefix", prefixProblem(environment)),
    ...routerProblems(environment, names).map(({ at: field, message }) => ({
      path: `${environment.name}.cells.${["router", ...(field === "" ? [] : [field])].join(".")}`,
      message,
    })),
    ...serviceFleetProblems(environment, names),
  ];
}

const firstProblem = (names: readonly string[]): string | undefined =>
  names.includes(FIRST_CELL)
    ? undefined
    : `expected ${FIRST_CELL} among them, whose network and deliveries are the environment's, got ${show(names)}; a weight of 0 drains it`;

const strangerProblem = (cell: string, names: readonly string[]): string | undefined =>
  names.includes(cell) ? undefined : `expected a cell of the fleet, got ${show(cell)}`;

const weightProblem = (declared: FleetDeclaration): string | undefined =>
  cellsOf(declared).some(({ weight }) => weight > 0)
    ? undefined
    : `expected a cell with a weight above 0, since users without a pin need one, got ${show(declared.weights)}`;

/** Of all its cells, one that the pool of addresses has no network for. */
function roomProblem(environment: AwsEnvironment): string | undefined {
  const { cells, network } = environment;
  if (cells === undefined || network === undefined) return undefined;
  const { count, prefix } = networksOf(network.pool, cells.networkPrefix);
  const outside = namesOf(cells).find((cell) => slotOf(cell) >= count);
  if (outside === undefined) return undefined;
  return `expected cells that ${network.pool} has a network of /${prefix} for, ${count} at most, got ${show(outside)}; give networkPrefix a longer prefix before the second cell is applied`;
}

function prefixProblem({ cells, network }: AwsEnvironment): string | undefined {
  if (cells?.networkPrefix === undefined || network !== undefined) return undefined;
  return `expected none without a network, got ${cells.networkPrefix}; leave it out`;
}

/**
 * What the table in use says against the fleet: users are where it says, and it is changed by a command, whose diff is reviewed.
 *
 * @param recorded - undefined where none was written down
 */
export function tableProblems(
  environment: EnvironmentDeclaration,
  recorded: BucketTable | undefined,
): Problem[] {
  const declared = fleetOf(environment);
  if (declared === undefined || recorded === undefined) return [];
  const message = tableProblem(environment.name, declared, recorded);
  return message === undefined ? [] : [{ path: `${environment.name}.cells`, message }];
}

function tableProblem(
  environment: string,
  declared: FleetDeclaration,
  recorded: BucketTable,
): string | undefined {
  const names = namesOf(declared);
  const gone = [...countOf(recorded)].find(([cell]) => !names.includes(cell));
  if (gone !== undefined)
    return `expected that ${gone[0]} holds no bucket before it leaves the fleet, got ${gone[1]}; give it the weight 0, run npx plinth cells reshard --env ${environment}, and let its users move`;
  const moves = movesBetween(recorded, rebalance(recorded, cellsOf(declared)));
  if (moves.length === 0) return undefined;
  return `expected the buckets that environments/cells/${environment}.json says to be those that the weights ask for, got ${moves.length} that would move; run npx plinth cells reshard --env ${environment}, and review what changes`;
}

/** What is known by how the names of a fleet's cells begin, such as what a pipeline may reach, is no other environment's. */
export function fleetNameProblems(environments: readonly EnvironmentDeclaration[]): Problem[] {
  return environments.filter(fleetOf).flatMap(({ name }) => {
    const start = `${name}-c`;
    const other = environments.find((one) => one.name.startsWith(start));
    if (other === undefined) return [];
    const message = `expected no environment whose name begins with ${start}, as the names of the fleet's cells do, got ${show(other.name)}; call that one otherwise`;
    return [{ path: `${name}.cells`, message }];
  });
}
