import type { ServiceDeclaration } from "../declaration";
import type { AwsEnvironment, EnvironmentDeclaration } from "../environment";
import { natZones, settledZones } from "../network/network";
import type { Zone } from "../network/slots";
import { duplicateProblem, show, type Problem } from "../problems";
import { makesMonitor, settleCost, type Cost } from "./cost";
import { idlePath, idleResources, isPartOf } from "./idle";
import { MONITOR } from "./shape";

/** @see https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Notification.html */
const MOST_THRESHOLDS = 10;

/** What the parts of a budget mean to one another and to the cloud. */
export function costProblems(environment: EnvironmentDeclaration): Problem[] {
  const { name, cost } = environment;
  if (cost === undefined) return [];
  const elsewhere = cloudProblem(environment);
  if (elsewhere !== undefined) return [{ path: `${name}.cost`, message: elsewhere }];
  const settled = settleCost(cost, environment.stage);
  const at = (path: string, message: string | undefined): Problem[] =>
    message === undefined ? [] : [{ path: `${name}.cost.${path}`, message }];
  return [
    ...at("notify", receiverProblem(settled)),
    ...at("notify.emails", duplicateProblem(settled.emails)),
    ...at("spent", thresholdProblem(settled)),
    ...at("spent", duplicateProblem(settled.spent.map(String))),
    ...at("forecast", duplicateProblem(settled.forecast.map(String))),
    ...at("anomalies.monitor", monitorProblem(environment, settled)),
    ...expectedProblems(environment, settled),
  ];
}

function cloudProblem(environment: EnvironmentDeclaration): string | undefined {
  if (environment.cloud === "google")
    return "expected none on Google Cloud, where a budget is the billing account's and Plinth makes none yet; remove it, and make one by hand (docs/clouds.md)";
  if (!/^(cn|us-gov)-/.test(environment.region)) return undefined;
  return `expected none in ${environment.region}, whose accounts have no budgets in US dollars of their own; remove it`;
}

const receiverProblem = ({ emails, topic }: Cost): string | undefined =>
  emails.length > 0 || topic
    ? undefined
    : "expected emails, a topic or both, got neither: nobody would be told";

function thresholdProblem({ spent, forecast }: Cost): string | undefined {
  const count = spent.length + forecast.length;
  if (count >= 1 && count <= MOST_THRESHOLDS) return undefined;
  return `expected 1 to ${MOST_THRESHOLDS} thresholds together with forecast, got ${count}`;
}

/** Each of `expected` names something that is told of. */
function expectedProblems(environment: EnvironmentDeclaration, { idle }: Cost): Problem[] {
  if (environment.cloud !== "aws" || idle === undefined) return [];
  const paths = idleResources(
    environment.services.map(standing),
    declaredNatZones(environment),
  ).map(idlePath);
  return idle.expected.flatMap((one, index) =>
    paths.some((path) => isPartOf(path, one))
      ? []
      : [
          {
            path: `${environment.name}.cost.idle.expected[${index}]`,
            message: `expected a part of ${listed(paths)}, got ${show(one)}`,
          },
        ],
  );
}

const listed = (paths: readonly string[]): string =>
  paths.length === 0 ? "nothing, as nothing here can stand idle" : paths.join(", ");

const standing = ({ name, workload, stores }: ServiceDeclaration) => ({
  ...{ name, workload },
  stores: Object.entries(stores).map(([name, { kind }]) => ({ kind, name })),
});

const declaredNatZones = (environment: AwsEnvironment): readonly Zone[] => {
  const { network } = environment;
  if (network === undefined) return [];
  return natZones({ nat: network.nat ?? "none", zones: settledZones(environment, network) });
};

/** A monitor of another account cannot be subscribed to. */
function monitorProblem(
  environment: EnvironmentDeclaration,
  { anomalies }: Cost,
): string | undefined {
  const [, account] = MONITOR.exec(anomalies?.monitor ?? "") ?? [];
  if (environment.cloud !== "aws" || account === undefined) return undefined;
  if (account === environment.account) return undefined;
  return `expected a monitor of the account ${environment.account}, got one of ${account}`;
}

/** What environments of one account must not have twice. */
export function accountCostProblems(environments: readonly EnvironmentDeclaration[]): Problem[] {
  const guarded = environments.flatMap((environment) =>
    environment.cloud === "aws" && environment.cost !== undefined
      ? [{ ...environment, cost: settleCost(environment.cost, environment.stage) }]
      : [],
  );
  const twice = (
    holds: (cost: Cost) => boolean,
    path: string,
    say: (first: string, account: string) => string,
  ): Problem[] => {
    const those = guarded.filter(({ cost }) => holds(cost));
    return those.flatMap(({ name, account }, index) => {
      const first = those.findIndex((other) => other.account === account);
      if (first === index) return [];
      return [{ path: `${name}.cost.${path}`, message: say(those[first]?.name ?? "", account) }];
    });
  };
  return [
    ...twice(
      ({ scope }) => scope === "account",
      "scope",
      (first, account) =>
        `expected "environment": ${first} counts all of the account ${account}, and so would this`,
    ),
    ...twice(
      makesMonitor,
      "anomalies",
      (first, account) =>
        `expected "none" or the ARN of a monitor: ${first} makes it, and the account ${account} can have one of services only`,
    ),
  ];
}
