import type { EnvironmentDeclaration } from "../environment";
import { show, type Problem } from "../problems";

/** What the zone of an environment means to its cloud. */
export function dnsProblems({ cloud, dns, name }: EnvironmentDeclaration): Problem[] {
  if (dns === undefined || cloud === "aws") return [];
  const message = `expected none on Google Cloud (${name}), where zones are not built yet (docs/clouds.md says what they will be); leave it out`;
  return [{ path: `${name}.dns`, message }];
}

/** Of two zones for one domain its parent names one, and nobody finds what is in the other. */
export function zoneProblems(environments: readonly EnvironmentDeclaration[]): Problem[] {
  const made = environments.flatMap(({ name, dns }) =>
    dns === undefined || dns.id !== undefined ? [] : [{ name, zone: dns.zone }],
  );
  return made.flatMap(({ name, zone }, index) => {
    const other = made.slice(0, index).find((one) => one.zone === zone);
    if (other === undefined) return [];
    const message = `expected a zone that no other environment makes, got ${show(zone)}, which ${other.name} makes too; choose one below it, such as ${show(`${name}.${zone}`)}`;
    return [{ path: `${name}.dns.zone`, message }];
  });
}
