import type { AwsEnvironment } from "../environment";
import { cellNetworkCidr } from "../network/cell_slots";
import { parseCidr } from "../network/cidr";
import { placeNetwork, type Network } from "../network/network";
import { isInSecondRegion } from "../regions/name";
import type { Environment } from "../settle";

/** The network of one cell: as the environment's, at addresses of its own. Undefined where none is declared, and in a second region. */
export function networkOfCell(
  { network, declaration }: Pick<Environment, "network" | "declaration">,
  cell: string,
): Network | undefined {
  if (isInSecondRegion(cell)) return undefined;
  if (network === undefined || declaration.network === undefined) return network;
  const { cells } = declaration as AwsEnvironment;
  const pool = parseCidr(declaration.network.pool);
  return placeNetwork(network, cellNetworkCidr(pool, cell, cells?.networkPrefix));
}
