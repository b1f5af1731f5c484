import { storefront } from "../../../environments/services/storefront";
import type { AwsEnvironment } from "../../../model/environment";
import { SEARCH } from "./machines";
import { NETWORKED, SHOP_SERVICE } from "./synth";

/** A function that mounts files. */
export const FILE_FUNCTION = {
  ...storefront,
  name: "shop",
  dependsOn: [],
  objectives: [],
  stores: { ...storefront.stores, shared: { kind: "file" } },
} as const;

/** Containers that write some files and only read others. */
export const FILE_CONTAINERS = {
  ...SHOP_SERVICE,
  stores: {
    ...SHOP_SERVICE.stores,
    models: { kind: "file", mount: "/opt/models", access: ["read"] },
    uploads: {
      kind: "file",
      owner: { uid: 2_000, gid: 3_000 },
      ...{ directory: "/aws-backup-restore_2026-09-20/uploads" },
      after: { warm: "7d", archive: "never" },
    },
  },
} as const;

/** Machines that keep an index, in two of the network's zones. */
export const FILE_MACHINES = {
  ...SEARCH,
  workload: { ...SEARCH.workload, zones: ["a", "b"] },
  stores: { index: { kind: "file" } },
} as const;

export const WITH_FILES = {
  ...NETWORKED,
  name: "dev-files",
  network: { ...NETWORKED.network, zones: ["a", "b", "c"] },
  dns: { zone: "dev.example.com", id: "Z0123456789DEVELOPING" },
  services: [FILE_FUNCTION, FILE_CONTAINERS, FILE_MACHINES],
} as const satisfies AwsEnvironment;
