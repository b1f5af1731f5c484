import { regional, tagged, type Scope } from "./reach";

export const FILE_SCOPES = {
  /** AWS names them, and their tag tells whose they are. */
  fileSystems: {
    resources: regional("elasticfilesystem", "access-point/*", "file-system/*"),
    conditions: tagged,
  },
  /** Interfaces as a service of AWS makes them for who asks it: never by who holds the role. */
  servedInterfaces: {
    resources: regional("ec2", "network-interface/*", "security-group/*", "subnet/*"),
    conditions: () => ({ Bool: { "aws:ViaAWSService": "true" } }),
  },
} as const satisfies Readonly<Record<string, Scope>>;
