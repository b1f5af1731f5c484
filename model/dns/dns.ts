import type { AwsEnvironment } from "../environment";

/** An environment's zone, every default settled. */
export interface Dns {
  /** Its domain. */
  readonly zone: string;
  /** In Route 53; undefined: the network's stack makes it, and AWS gives the id. */
  readonly id: string | undefined;
}

/** What an environment declares, with its defaults. */
export const settleDns = ({ dns }: AwsEnvironment): Dns | undefined =>
  dns && { zone: dns.zone, id: dns.id };

/** Whether a zone can hold a name: its own domain, or one below. A wildcard counts by what is behind it. */
export const liesIn = (name: string, zone: string): boolean =>
  name === zone || name.endsWith(`.${zone}`);
