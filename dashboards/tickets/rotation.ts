import { rotationAlertName } from "../../model/names";
import { rotatedSecrets, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { awsSignals } from "../../model/signals";
import { join, max, maximumOverTime } from "../promql";
import { placeOf, signalOf } from "../resources";
import type { Ticket } from "./ticket";

/** A secret that code rotates, and whose it is. */
export interface WatchedRotation {
  readonly service: Service;
  /** The secret's name. */
  readonly secret: string;
  readonly everyDays: number;
  /** Of its runbook too. */
  readonly alert: string;
}

export const watchedRotations = ({ services }: Pick<Environment, "services">): WatchedRotation[] =>
  services.flatMap((service) =>
    rotatedSecrets(service).map(({ name, rotation: { everyDays } }) => ({
      ...{ service, secret: name, everyDays },
      alert: rotationAlertName(service.name, name),
    })),
  );

/** Steps fail minutes apart, and are called for again: one that failed is told for as long. */
export const TOLD_FOR = "6h";

/** The series of what failed; `secret` is whose rotation is meant. */
export const failedSteps = ({ service, secret }: WatchedRotation) =>
  signalOf(awsSignals.rotationErrors, placeOf(service), { store: secret });

export const rotationTicket = (watched: WatchedRotation): Ticket => {
  const { service, secret, alert } = watched;
  return {
    alert,
    labels: { cell: service.cell, service: service.name, secret },
    owner: service.owner,
    expr: join(max(maximumOverTime(failedSteps(watched), TOLD_FOR)), ">", "0"),
    summary: `The rotation of the secret ${secret} of ${service.name} fails.`,
    description: `Within ${TOLD_FOR}, a step of it has failed. The value before stays in use.`,
  };
};
