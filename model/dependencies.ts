import { Decimal } from "decimal.js";
import type { ObjectiveDeclaration, ServiceDeclaration } from "./declaration";
import type { EnvironmentDeclaration } from "./environment";
import { isBehind } from "./indicators";
import { show, type Problem } from "./problems";

/** What services cannot work without: whether it is there, and whether they promise more than it allows. */
export function dependencyProblems(environment: EnvironmentDeclaration): Problem[] {
  return environment.services.flatMap((service) => [
    ...service.dependsOn.flatMap((_, index) =>
      problem(`${service.name}.dependsOn[${index}]`, nameProblem(service, index, environment)),
    ),
    ...service.objectives.flatMap((objective, index) =>
      problem(
        `${service.name}.objectives[${index}].target`,
        promiseProblem(service, objective, environment),
      ),
    ),
  ]);
}

const problem = (path: string, message: string | undefined): Problem[] =>
  message === undefined ? [] : [{ path, message }];

function nameProblem(
  service: ServiceDeclaration,
  index: number,
  { name: environment, services }: EnvironmentDeclaration,
): string | undefined {
  const name = service.dependsOn[index] ?? "";
  const known = services.map((one) => one.name);
  if (!known.includes(name)) {
    return `expected a service of the environment ${environment} (${known.join(", ")}), got ${show(name)}`;
  }
  if (name === service.name) return `expected another service, got ${show(name)} itself`;
  if (service.dependsOn.indexOf(name) === index) return undefined;
  return `expected each service once, got ${show(name)} twice`;
}

/** What a dependency promises of the kind that an objective is of. */
interface Backing {
  readonly service: string;
  /** Percent. */
  readonly target: Decimal;
}

/**
 * A dependency may spend all of its budget, evenly and when no other does: then what cannot work without any of
 * them works as often as the product of their targets says, over any window.
 */
function promiseProblem(
  service: ServiceDeclaration,
  objective: ObjectiveDeclaration,
  environment: EnvironmentDeclaration,
): string | undefined {
  const backings = backingsOf(service, objective, environment);
  const highest = backings.reduce((all, { target }) => all.times(target).dividedBy(100), ALL);
  if (highest.greaterThanOrEqualTo(objective.target)) return undefined;
  const bound = highest.toDecimalPlaces(PLACES, Decimal.ROUND_DOWN).toFixed();
  const lowest = lowestEach(new Decimal(objective.target), backings.length).toFixed();
  return `expected at most ${bound}: ${service.name} cannot work without ${arithmetic(backings, highest)}, got ${objective.target}; lower it, or raise ${backings.length === 1 ? "that" : "each of them"} to at least ${lowest}`;
}

const ALL = new Decimal(100);

/** Four places tell 99.9999% from all. */
const PLACES = 4;

/** `payments (99.9%) and ledger (99.95%), and 99.9% x 99.95% = 99.85005%`. */
function arithmetic(backings: readonly Backing[], product: Decimal): string {
  const targets = backings.map(({ target }) => `${target.toFixed()}%`);
  const names = backings
    .map(({ service }, index) => `${service} (${targets[index]})`)
    .join(" and ");
  return backings.length === 1
    ? names
    : `${names}, and ${targets.join(" x ")} = ${product.toDecimalPlaces(8).toFixed()}%`;
}

/** The least that each of so many must promise for their product to reach a target. */
function lowestEach(target: Decimal, count: number): Decimal {
  const root = target.dividedBy(100).pow(new Decimal(1).dividedBy(count)).times(100);
  const below = root.toDecimalPlaces(PLACES, Decimal.ROUND_HALF_UP);
  const reached = below.dividedBy(100).pow(count).times(100);
  return reached.greaterThanOrEqualTo(target) ? below : below.plus(new Decimal(10).pow(-PLACES));
}

function backingsOf(
  service: ServiceDeclaration,
  objective: ObjectiveDeclaration,
  { services }: EnvironmentDeclaration,
): Backing[] {
  return services
    .filter(({ name }) => service.dependsOn.includes(name) && name !== service.name)
    .flatMap(({ name, objectives }) => {
      const targets = objectives
        .filter((other) => isBehind(other, objective))
        .map((one) => one.target);
      return targets.length === 0 ? [] : [{ service: name, target: Decimal.max(...targets) }];
    });
}
