import type { ServiceDeclaration } from "../declaration";
import { days } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import { writeOnlyProblem } from "../tool";

/** A secret after `settle`. */
export interface Secret {
  readonly name: string;
  readonly description: string;
  readonly recoveryWindowDays: number;
  /** Undefined where a person gives it its value. */
  readonly generated: GeneratedValue | undefined;
}

/** A random value after `settle`. */
export interface GeneratedValue {
  readonly length: number;
  readonly punctuation: boolean;
  /** Another one is another value. */
  readonly version: number;
}

const RECOVERY_WINDOW = { production: "30d", development: "7d" } as const;

/** What a service declares, sorted by name, with its defaults. */
export const settleSecrets = (
  { secrets = {} }: ServiceDeclaration,
  { stage }: EnvironmentDeclaration,
): Secret[] =>
  Object.entries(secrets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { description, recoveryWindow, generate }]) => ({
      ...{ name, description },
      recoveryWindowDays: days(recoveryWindow ?? RECOVERY_WINDOW[stage]),
      generated: generate && { length: 32, punctuation: true, version: 1, ...generate },
    }));

/** What secrets mean to the rest of the service and to the cloud; paths start at the service. */
export function secretsProblems(
  { secrets = {}, workload }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { cloud, name } = environment;
  const names = Object.keys(secrets).sort();
  if (names.length === 0) return [];
  if (cloud === "google") return problemIf("secrets", unbuilt(name, names));
  if (workload.kind === "contentDelivery") return problemIf("secrets", unread(names));
  return names
    .filter((secret) => secrets[secret]?.generate !== undefined)
    .flatMap((secret) => problemIf(`secrets.${secret}.generate`, writeOnlyProblem(environment)));
}

const unbuilt = (environment: string, names: readonly string[]): string =>
  `expected none on Google Cloud (${environment}), where secrets are not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(names)}`;

const unread = (names: readonly string[]): string =>
  `expected none of a service of content delivery, which runs no code that could read them, got ${show(names)}`;
