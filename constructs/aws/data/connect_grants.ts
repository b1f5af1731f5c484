import type { Grant } from "../policy";
import type { SecurityGroup } from "../network/security_group";
import type { Client } from "./client";

export interface Reached {
  /** The group of what is connected to. */
  readonly securityGroup: SecurityGroup;
  readonly ports: readonly number[];
  /** What connections are for, in a few words. */
  readonly description: string;
  /** What IAM asks of who connects. */
  readonly grant: Grant;
}

/** Who may connect: by the network, which opens the ports to the client's group, and by IAM, as one user. Neither is enough alone. */
export class ConnectGrants {
  constructor(private readonly to: Reached) {}

  connect({ grantee, securityGroup }: Client): void {
    const { ports, description, grant } = this.to;
    for (const port of ports) this.to.securityGroup.allowFrom(securityGroup, { port, description });
    grantee.allow(grant);
  }
}
