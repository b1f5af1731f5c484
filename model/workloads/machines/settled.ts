import type { Zone } from "../../network/slots";
import type { Balanced, Bounds } from "../balanced/settled";

/** A workload of machines after `settle`: nothing is optional; `undefined` is declared to be absent. */
export interface VirtualMachines extends Balanced {
  readonly kind: "virtualMachines";
  /** A file of the repository, from its root. */
  readonly boot: string;
  /** `ami-…`, or the name of a public parameter that holds one. */
  readonly image: string;
  readonly architecture: "arm64" | "x86_64";
  /** None: `attributes` says what does. */
  readonly types: readonly string[];
  readonly attributes: MachineAttributes | undefined;
  readonly purchase: Purchase;
  readonly machines: Bounds;
  /** Undefined: those of the network. */
  readonly zones: readonly Zone[] | undefined;
  readonly scaling: MachineScaling;
  readonly warmUpSeconds: number;
  readonly refresh: Refresh;
  readonly disk: Disk;
  /** Sorted by name. */
  readonly volumes: readonly Volume[];
  /** Undefined: none are made. */
  readonly snapshots: Snapshots | undefined;
}

export interface MachineAttributes {
  readonly cpus: Bounds;
  /** MiB. */
  readonly memory: Bounds;
}

export type Purchase =
  | {
      readonly kind: "instances";
      /** At the price of the hour before any is spare capacity. */
      readonly base: number;
      /** At the price of the hour, of those above the base. */
      readonly onDemandPercent: number;
    }
  | {
      readonly kind: "reserved";
      /** None: whichever open ones match. */
      readonly reservations: readonly string[];
    };

export interface MachineScaling {
  readonly requestsPerTarget: number | undefined;
  readonly cpuPercent: number | undefined;
}

export interface Refresh {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
}

export interface Disk {
  readonly device: string;
  readonly sizeGiB: number;
  readonly iops: number;
  /** MiB a second. */
  readonly throughput: number;
}

export interface Volume extends Disk {
  readonly name: string;
}

export interface Snapshots {
  /** Each day, in UTC. */
  readonly time: string;
  readonly keepDays: number;
}
