import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsDnsNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { ZoneOfEnvironment } from "../aws/dns/zone";

const ID = "dns";

/**
 * The environment's zone as the stack of a cell knows it, read once however much of it makes records.
 *
 * @throws where the environment has none: a rule is missing
 */
export function zoneIn(
  stack: Construct,
  { name, dns, declaration }: Environment,
): ZoneOfEnvironment {
  const known = stack.node.tryFindChild(ID);
  if (known instanceof ZoneOfEnvironment) return known;
  if (dns === undefined) throw new Error(`${name}: expected a zone, which its rules ask for`);
  return new ZoneOfEnvironment(stack, ID, {
    ...{ names: awsDnsNames(name), dns, location: declaration as AwsEnvironment },
  });
}
