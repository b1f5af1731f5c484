import type { EnvironmentDeclaration } from "../environment";
import { show, type Problem } from "../problems";
import type { Exemption, FreezeException } from "./exemptions";

const LONGEST_EXEMPTION_DAYS = 90;
const LONGEST_EXCEPTION_DAYS = 7;

/** What the fields of exemptions and of exceptions from the freeze mean to one another. */
export function exemptionProblems(environment: EnvironmentDeclaration): Problem[] {
  const { name, exemptions = [], freezeExceptions = [] } = environment;
  return [
    ...exemptions.flatMap((exemption, index) =>
      timeProblems(exemption, `${name}.exemptions[${index}]`, LONGEST_EXEMPTION_DAYS),
    ),
    ...freezeExceptions.flatMap((exception, index) =>
      exceptionProblems(exception, `${name}.freezeExceptions[${index}]`, environment),
    ),
  ];
}

function timeProblems(
  { granted, expires }: Pick<Exemption, "granted" | "expires">,
  path: string,
  longest: number,
): Problem[] {
  const days = (Date.parse(expires) - Date.parse(granted)) / 86_400_000;
  if (days >= 0 && days <= longest) return [];
  const message = `expected a day at most ${longest} days after ${granted}, got ${show(expires)}`;
  return [{ path: `${path}.expires`, message }];
}

function exceptionProblems(
  exception: FreezeException,
  path: string,
  environment: EnvironmentDeclaration,
): Problem[] {
  const at = (field: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${path}${field}`, message }];
  return [
    ...at("", placeProblem(exception)),
    ...at(".service", unknownServiceProblem(exception, environment)),
    ...at(".approver", sameSignerProblem(exception)),
    ...timeProblems(exception, path, LONGEST_EXCEPTION_DAYS),
  ];
}

function placeProblem({ service, stack }: FreezeException): string | undefined {
  if ((service === undefined) !== (stack === undefined)) return undefined;
  return `expected one of service and stack, got ${service === undefined ? "none" : "both"}`;
}

function unknownServiceProblem(
  { service }: FreezeException,
  { name, services }: EnvironmentDeclaration,
): string | undefined {
  const known = services.map((one) => one.name);
  if (service === undefined || known.includes(service)) return undefined;
  return `expected a service of the environment ${name} (${known.join(", ")}), got ${show(service)}`;
}

function sameSignerProblem({ owner, approver }: FreezeException): string | undefined {
  if (owner.trim().toLowerCase() !== approver.trim().toLowerCase()) return undefined;
  return `expected somebody else than the owner, got ${show(approver)}`;
}
