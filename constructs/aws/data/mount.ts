import type { TerraformResource } from "../../tf";
import type { Client } from "./client";

/** A file system as code mounts it. */
export interface Mount {
  /** The store's. */
  readonly name: string;
  /** Where code finds it. */
  readonly path: string;
  readonly readOnly: boolean;
  readonly fileSystemId: string;
  readonly accessPointId: string;
  readonly accessPointArn: string;
}

/** Code that cannot start before what it mounts lets it in. */
export interface MountingClient extends Client {
  readonly startAfter: (resources: readonly TerraformResource[]) => void;
}

/** As `depends_on` names them; the same twice is one. */
export const after = (
  known: readonly string[] | undefined,
  resources: readonly TerraformResource[],
): string[] => [
  ...new Set([
    ...(known ?? []),
    ...resources.map((one) => `${one.terraformResourceType}.${one.friendlyUniqueId}`),
  ]),
];
