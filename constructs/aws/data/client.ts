import type { Grantee } from "../identity/grantee";
import type { SecurityGroup } from "../network/security_group";

/** Code that connects to what stands in the network: whose rights it has, and from which group it comes. */
export interface Client {
  readonly grantee: Grantee;
  readonly securityGroup: SecurityGroup;
}
