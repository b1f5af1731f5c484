import type { Construct } from "constructs";
import { networkOfCell } from "../../model/cells/networks";
import { awsNetworkNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { NetworkOfEnvironment } from "../aws/network/contract";

const ID = "network";

/** A cell and the environment that it is of. */
export interface Placed {
  readonly environment: Environment;
  /** Such as `c01`. */
  readonly cell: string;
}

/**
 * The network of a cell as its stack knows it, read once however many of its services stand in it.
 *
 * @throws where the environment has none: a rule is missing
 */
export function networkIn(stack: Construct, { environment, cell }: Placed): NetworkOfEnvironment {
  const known = stack.node.tryFindChild(ID);
  if (known instanceof NetworkOfEnvironment) return known;
  const { name } = environment;
  const plan = networkOfCell(environment, cell);
  if (plan === undefined) throw new Error(`${name}: expected a network, which its rules ask for`);
  return new NetworkOfEnvironment(stack, ID, { names: awsNetworkNames(name, cell), plan });
}
