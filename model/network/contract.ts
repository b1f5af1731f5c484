import type { Tier, Zone } from "./slots";

/**
 * What a network's stack publishes for the stacks that are applied after it: the ids that AWS gave. Everything else about it
 * is known from the declaration.
 */
export interface NetworkContract {
  readonly schema: typeof NETWORK_CONTRACT;
  readonly vpc: string;
  /** Subnet ids. */
  readonly subnets: Readonly<Partial<Record<Tier, Readonly<Partial<Record<Zone, string>>>>>>;
  /** The group whose members may use the interface endpoints; left out where there are none. */
  readonly endpointClients?: string;
}

/** Changes when a reader of the old form could not read the new one. */
export const NETWORK_CONTRACT = "plinth.network/v1";
