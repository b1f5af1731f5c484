import type { RawResource } from "../declaration";
import type { AwsEnvironment } from "../environment";
import { show, type Problem } from "../problems";
import { CELL_END, CELL_MARK } from "./raw";

/** What a service asks for that is not built for several cells: said, so that nothing is left out unseen. */
export function serviceFleetProblems(
  { services, name }: AwsEnvironment,
  cells: readonly string[],
): Problem[] {
  if (cells.length < 2) return [];
  return services.flatMap((service) => [
    ...(service.workload.kind === "contentDelivery" && service.workload.origin !== undefined
      ? [{ path: `${service.name}.workload.origin`, message: originMessage(name) }]
      : []),
    ...(service.extend ?? []).flatMap((raw, index) =>
      namesIn(raw).map((attribute) => ({
        path: `${service.name}.extend[${index}].attributes.${attribute}`,
        message: `expected a name that holds ${CELL_END} or ${CELL_MARK}, since ${name} has the resource in each of its ${cells.length} cells, got ${show(raw.attributes[attribute])}`,
      })),
    ),
  ]);
}

const originMessage = (environment: string): string =>
  `expected none in an environment of several cells (${environment}): the edge would send every user's requests to one of them; give the service a host for each cell, without a delivery`;

/** What AWS has once in an account and region, said as a text that is the same in each cell. */
const NAME = /^(name|bucket|identifier)$|_name$|_identifier$/;

const namesIn = ({ cloud, attributes }: RawResource): string[] =>
  Object.entries(attributes)
    .filter(([attribute]) => cloud === "aws" && NAME.test(attribute))
    .filter(([, said]) => typeof said === "string" && !/\$\{|\{-?cell\}/.test(said))
    .map(([attribute]) => attribute);
