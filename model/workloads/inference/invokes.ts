import type { ServiceDeclaration } from "../../declaration";
import type { EnvironmentDeclaration } from "../../environment";
import { problemIf, type FieldProblem } from "../../indicators/base";
import { duplicateProblem, show } from "../../problems";

/** Whether there is what a service asks; paths start at the service. */
export function invokesProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { invokes = [], workload } = service;
  // The rules of inference say of itself that it asks nobody.
  if (invokes.length === 0 || workload.kind === "inference") return [];
  if (environment.cloud === "google") return problemIf("invokes", unbuilt(environment, invokes));
  if (workload.kind === "contentDelivery") return problemIf("invokes", unasked(invokes));
  return [
    ...invokes.flatMap((name, index) =>
      problemIf(`invokes[${index}]`, unknownProblem(name, environment)),
    ),
    ...problemIf("invokes", duplicateProblem(invokes)),
  ];
}

const unbuilt = ({ name }: EnvironmentDeclaration, got: readonly string[]): string =>
  `expected none on Google Cloud (${name}), where inference is not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(got)}`;

const unasked = (got: readonly string[]): string =>
  `expected none of a service of content delivery, which runs no code that could ask them, got ${show(got)}`;

function unknownProblem(name: string, { name: environment, services }: EnvironmentDeclaration) {
  const known = services
    .filter(({ workload }) => workload.kind === "inference")
    .map((one) => one.name);
  if (known.includes(name)) return undefined;
  const names = known.length === 0 ? "there is none" : known.sort().join(", ");
  return `expected an inference service of the environment ${environment} (${names}), got ${show(name)}`;
}
