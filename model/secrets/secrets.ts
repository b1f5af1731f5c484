import type { ServiceDeclaration } from "../declaration";
import { settleLogRetentionDays } from "../defaults";
import { days, seconds } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { awsNames, FIRST_CELL } from "../names";
import { show } from "../problems";
import { writeOnlyProblem } from "../tool";
import type { RotationDeclaration, SecretDeclaration } from "./declaration";

/** A secret after `settle`. */
export interface Secret {
  readonly name: string;
  readonly description: string;
  readonly recoveryWindowDays: number;
  /** Undefined where a person gives it its value. */
  readonly generated: GeneratedValue | undefined;
  /** Undefined where no code gives it another one. */
  readonly rotation: Rotation | undefined;
}

/** How a secret is rotated, after `settle`. */
export interface Rotation {
  /** Folder of the code, from the repository's root. */
  readonly code: string;
  readonly everyDays: number;
  /** Whether the code has AWS make values up. */
  readonly random: boolean;
  readonly timeoutSeconds: number;
  readonly logRetentionDays: number;
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
  environment: EnvironmentDeclaration,
): Secret[] =>
  Object.entries(secrets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { description, recoveryWindow, generate, rotate }]) => ({
      ...{ name, description },
      recoveryWindowDays: days(recoveryWindow ?? RECOVERY_WINDOW[environment.stage]),
      generated: generate && { length: 32, punctuation: true, version: 1, ...generate },
      rotation: rotate && settleRotation(rotate, environment),
    }));

const settleRotation = (
  { code, every, random = false, timeout = "60s" }: RotationDeclaration,
  environment: EnvironmentDeclaration,
): Rotation => ({
  ...{ code, everyDays: days(every), random, timeoutSeconds: seconds(timeout) },
  logRetentionDays: settleLogRetentionDays(environment),
});

/** What secrets mean to the rest of the service and to the cloud; paths start at the service. */
export function secretsProblems(
  service: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  const { secrets = {}, workload } = service;
  const { cloud, name } = environment;
  const names = Object.keys(secrets).sort();
  if (names.length === 0) return [];
  if (cloud === "google") return problemIf("secrets", unbuilt(name, names));
  if (workload.kind === "contentDelivery") return problemIf("secrets", unread(names));
  return Object.entries(secrets)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([secret, declared]) => [
      ...generateProblems(secret, declared, environment),
      ...rotateProblems(secret, declared, { service: service.name, environment: name }),
    ]);
}

const generateProblems = (
  name: string,
  { generate }: SecretDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] =>
  generate === undefined
    ? []
    : problemIf(`secrets.${name}.generate`, writeOnlyProblem(environment));

interface Owner {
  readonly service: string;
  readonly environment: string;
}

/** @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html */
const LONGEST_FUNCTION = 64;

function rotateProblems(
  name: string,
  { rotate, generate }: SecretDeclaration,
  owner: Owner,
): FieldProblem[] {
  if (rotate === undefined) return [];
  const both =
    generate === undefined
      ? undefined
      : "expected either `generate` or `rotate`: an apply that makes up a value would put it over the one that code has told others; have the code make the first one too, got both";
  return [
    ...problemIf(`secrets.${name}.rotate`, both),
    ...problemIf(`secrets.${name}`, longProblem(name, owner)),
  ];
}

function longProblem(name: string, { service, environment }: Owner): string | undefined {
  const place = { environment, cell: FIRST_CELL, name: service };
  const full = awsNames(place).rotation(name).function;
  const over = full.length - LONGEST_FUNCTION;
  if (over <= 0) return undefined;
  return `expected a name that is ${over} characters shorter, since the function that rotates it would be called ${full} and has at most ${LONGEST_FUNCTION}, got ${show(name)}`;
}

const unbuilt = (environment: string, names: readonly string[]): string =>
  `expected none on Google Cloud (${environment}), where secrets are not built yet (docs/clouds.md); list the service in environments on AWS only, got ${show(names)}`;

const unread = (names: readonly string[]): string =>
  `expected none of a service of content delivery, which runs no code that could read them, got ${show(names)}`;
