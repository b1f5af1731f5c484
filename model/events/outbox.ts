import type { ServiceDeclaration } from "../declaration";
import { settleLogRetentionDays } from "../defaults";
import { days, seconds } from "../duration";
import type { EnvironmentDeclaration } from "../environment";
import { problemIf, type FieldProblem } from "../indicators/base";
import { show } from "../problems";
import { OUTBOX } from "./names";
import type { Outbox } from "./settled";

const DEFAULTS = { keep: "7d", giveUpAfter: "6h", code: "functions/outbox" } as const;

/** Undefined where code publishes events itself. */
export function settleOutbox(
  { outbox }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): Outbox | undefined {
  if (outbox === undefined) return undefined;
  const { keep, giveUpAfter, code, logRetention } = { ...DEFAULTS, ...outbox };
  return {
    code,
    keepDays: keep === "forever" ? undefined : days(keep),
    giveUpAfterSeconds: seconds(giveUpAfter),
    logRetentionDays: logRetention ? days(logRetention) : settleLogRetentionDays(environment),
    deletionProtection: environment.stage === "production",
  };
}

/** What an outbox means to the rest of the service and to the cloud; paths start at the service. */
export function outboxProblems(
  { outbox, publishes = {}, stores }: ServiceDeclaration,
  environment: EnvironmentDeclaration,
): FieldProblem[] {
  if (outbox === undefined) return [];
  if (environment.cloud === "google") return problemIf(OUTBOX, unbuilt(environment.name));
  const byTopic = Object.keys(publishes)
    .filter((name) => (publishes[name]?.via ?? "bus") !== "bus")
    .sort();
  return [
    ...problemIf(OUTBOX, Object.keys(publishes).length === 0 ? EMPTY : undefined),
    ...byTopic.flatMap((name) =>
      problemIf(`publishes.${name}.via`, byBusAlone(publishes[name]?.via)),
    ),
    ...problemIf(`stores.${OUTBOX}`, OUTBOX in stores ? TAKEN : undefined),
  ];
}

const EMPTY =
  "expected a service that publishes events, which would leave through it; say in `publishes` which, or leave `outbox` out";

const TAKEN = `expected another name, since the table of the service's outbox is called so, got "${OUTBOX}"`;

const byBusAlone = (via: unknown): string =>
  `expected "bus", which is where the outbox of the service leads; publish the event from a service without an \`outbox\`, or leave \`via\` out, got ${show(via)}`;

const unbuilt = (environment: string): string =>
  `expected none on Google Cloud (${environment}), where events between services are not built yet (docs/clouds.md); list the service in environments on AWS only, got an outbox`;
