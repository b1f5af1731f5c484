import type { Construct } from "constructs";
import { awsNetworkNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { NetworkOfEnvironment } from "../aws/network/contract";

const ID = "network";

/**
 * The environment's network as a stack knows it, read once however many of its services stand in it.
 *
 * @throws where the environment has none: a rule is missing
 */
export function networkIn(stack: Construct, { name, network }: Environment): NetworkOfEnvironment {
  const known = stack.node.tryFindChild(ID);
  if (known instanceof NetworkOfEnvironment) return known;
  if (network === undefined)
    throw new Error(`${name}: expected a network, which its rules ask for`);
  return new NetworkOfEnvironment(stack, ID, { names: awsNetworkNames(name), plan: network });
}
