import type { ServiceDeclaration } from "../declaration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { duplicateProblem, show } from "../problems";
import type { Geography, GuardrailDeclaration, ModelAcrossDeclaration } from "./declaration";

/** A foundation model after `settle`. */
export interface Model {
  readonly name: string;
  readonly id: string;
  /** Undefined: it is asked in the environment's region alone. */
  readonly across: Across | undefined;
  readonly guardrail: GuardrailDeclaration | undefined;
}

/** An inference profile after `settle`. */
export interface Across {
  readonly geography: Geography;
  /** Sorted; none of `global`. */
  readonly regions: readonly string[];
}

/** What a service declares, sorted by name. */
export const settleModels = ({ models = {} }: ServiceDeclaration): Model[] =>
  Object.entries(models)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { id, across, guardrail }]) => ({
      ...{ name, id, guardrail },
      across: across && {
        geography: across.geography,
        regions: [...(across.regions ?? [])].sort(),
      },
    }));

/** What models mean to the rest of the service and to the cloud; paths start at the service. */
export function modelsProblems(
  { models = {}, workload }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const names = Object.keys(models).sort();
  if (names.length === 0) return [];
  if (environment.cloud === "google") return problemIf("models", unbuilt(environment.name, names));
  if (workload.kind === "contentDelivery") return problemIf("models", unasked(names));
  return names.flatMap((name) => {
    const across = models[name]?.across;
    if (across === undefined) return [];
    return problemIf(`models.${name}.across.regions`, regionsProblem(across, environment.region));
  });
}

function regionsProblem(
  { geography, regions = [] }: ModelAcrossDeclaration,
  region: string,
): string | undefined {
  if (geography === "global") {
    if (regions.length === 0) return undefined;
    return `expected none of the geography "global", which any region answers, got ${show(regions)}`;
  }
  if (!regions.includes(region)) {
    return `expected the regions that the profile of ${show(geography)} answers from, ${region} of the environment among them, got ${show(regions)}`;
  }
  return duplicateProblem(regions);
}

const unbuilt = (environment: string, names: readonly string[]): string =>
  `expected none on Google Cloud (${environment}), where models are not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(names)}`;

const unasked = (names: readonly string[]): string =>
  `expected none of a service of content delivery, which runs no code that could ask them, got ${show(names)}`;
