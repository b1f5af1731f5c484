import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { show, type Problem } from "../problems";
import { regionProblem } from "../stores/regions";
import type { RegionsDeclaration } from "./declaration";
import { hostProblems } from "./host_rules";
import { regionsOf } from "./regions";
import { regionalServiceProblems } from "./service_rules";

/** What two regions mean to the rest of an environment, and what is not built for them. */
export function regionsProblems(environment: EnvironmentDeclaration): Problem[] {
  const declared = regionsOf(environment);
  if (declared === undefined || environment.cloud !== "aws") return [];
  const { name } = environment;
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${name}.regions${field}`, message }];
  return [
    ...at("", fleetProblem(environment) ?? zoneProblem(environment)),
    ...at(".second", regionProblem(declared.second, environment)),
    ...at(".services", noneProblem(declared)),
    ...Object.keys(declared.services).flatMap((service) =>
      at(`.services.${service}`, strangerProblem(service, environment)),
    ),
    ...hostProblems(environment, declared).flatMap(({ service, message }) =>
      at(`.services.${service}.host`, message),
    ),
    ...regionalServiceProblems(environment, declared).flatMap(({ field, message }) =>
      at(`.services.${field}`, message),
    ),
  ];
}

const fleetProblem = ({ cells, name }: AwsEnvironment): string | undefined =>
  cells === undefined
    ? undefined
    : `expected none in an environment with a fleet (${name}.cells), of which each cell would need a second region of its own; leave one of the two out`;

const zoneProblem = ({ dns, name }: AwsEnvironment): string | undefined =>
  dns === undefined
    ? `expected a zone, whose records lead to the region in use, got none; declare ${name}.dns`
    : undefined;

const noneProblem = ({ services }: RegionsDeclaration): string | undefined =>
  Object.keys(services).length > 0
    ? undefined
    : "expected the services that are in both regions, got none; name one, or leave `regions` out";

function strangerProblem(service: string, { name, services }: AwsEnvironment): string | undefined {
  const names = services.map((one) => one.name);
  if (names.includes(service)) return undefined;
  return `expected a service of ${name}, which has ${names.join(", ")}, got ${show(service)}`;
}
