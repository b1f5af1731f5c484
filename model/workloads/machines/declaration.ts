import type { Duration } from "../../declaration";
import type { Zone } from "../../network/slots";
import type { BalancedDeclaration } from "../balanced/declaration";

/**
 * Machines of one kind that answer requests, as many as the requests need: an auto scaling group on AWS. For what no container
 * and no function runs: an agent of the kernel, a licence by the machine, disks of one's own. The environment has a network with `nat`.
 */
export interface VirtualMachinesDeclaration extends BalancedDeclaration {
  readonly kind: "virtualMachines";

  /**
   * A script of the repository, from its root, that every machine runs as root when it first starts: it begins with `#!` and has
   * 10 KiB at most. One that changes replaces the machines, one after the other.
   */
  readonly boot: string;

  /**
   * What machines start from: the id of an image (`ami-…`), or the name of a public parameter of AWS (`/aws/service/…`), which is
   * read when a plan is made: an image that AWS replaced shows in the next plan, and replaces the machines.
   *
   * @default - the newest Amazon Linux 2023 of the `architecture`
   */
  readonly image?: string;

  /**
   * The processors of the machines.
   *
   * @default "arm64"
   */
  readonly architecture?: "arm64" | "x86_64";

  /**
   * Which types of EC2 do: the first is taken before the others where there is a choice, or the one that is least likely to be taken back.
   *
   * @default - `["t4g.small"]`, or `["t3.small"]` for `x86_64`; none with `attributes`
   */
  readonly types?: readonly string[];

  /**
   * What a machine has to have, in place of `types`: every type of the current generations that has it does.
   *
   * @default - `types` says it
   */
  readonly attributes?: MachineAttributesDeclaration;

  /**
   * How machines are bought: at the price of the hour, as spare capacity (a third or less of it, taken back with two minutes'
   * warning), some of each, or in capacity that was reserved.
   *
   * @default "onDemand"
   */
  readonly purchase?: PurchaseDeclaration;

  /**
   * How many machines run.
   *
   * @default - 2 to 10 in production, 1 to 2 in development
   */
  readonly machines?: MachinesDeclaration;

  /**
   * In which of the network's zones they run.
   *
   * @default - all of them
   */
  readonly zones?: readonly Zone[];

  /**
   * What their number follows; several follow each its own, and the most that one asks for is run.
   *
   * @default - `cpu: 60`
   */
  readonly scaling?: MachineScalingDeclaration;

  /**
   * Time in which a new machine need not be healthy, 1 second to 1 hour.
   *
   * @default "5m"
   */
  readonly gracePeriod?: Duration;

  /**
   * Time from a machine's start until what is measured of it counts, and the next one is replaced; up to 1 hour.
   *
   * @default "2m"
   */
  readonly warmUp?: Duration;

  /** @default - every default of {@link RefreshDeclaration} */
  readonly refresh?: RefreshDeclaration;

  /** @default - every default of {@link RootDiskDeclaration} */
  readonly disk?: RootDiskDeclaration;

  /**
   * Disks that each machine has beside the one that it starts from, by their name: made empty with the machine, and gone with it.
   *
   * @default {}
   */
  readonly volumes?: Readonly<Record<string, VolumeDeclaration>>;

  /**
   * Copies of the `volumes`, or "none".
   *
   * @default - every default of {@link VolumeSnapshotsDeclaration}, where there are volumes
   */
  readonly snapshots?: VolumeSnapshotsDeclaration | "none";
}

/** What a machine has to have. */
export interface MachineAttributesDeclaration {
  /** Virtual CPUs. */
  readonly cpus: MachineRangeDeclaration;

  /** MiB. */
  readonly memory: MachineRangeDeclaration;
}

/** From one number to another. */
export interface MachineRangeDeclaration {
  /** 1 or more. */
  readonly min: number;

  /** `min` or more. */
  readonly max: number;
}

export type PurchaseDeclaration =
  "onDemand" | "spot" | "reserved" | MixedPurchaseDeclaration | ReservationsDeclaration;

/** Some machines at the price of the hour and the others as spare capacity. */
export interface MixedPurchaseDeclaration {
  /**
   * So many machines at the price of the hour before any is spare capacity.
   *
   * @default 0
   */
  readonly base?: number;

  /** Percent at the price of the hour of those above the base, 0 to 100. */
  readonly onDemand: number;
}

/** Machines in capacity that was reserved, and nowhere else: what no reservation has room for does not start. */
export interface ReservationsDeclaration {
  /** The ids of reservations, `cr-…`; one of each zone, since a reservation is of one. */
  readonly reservations: readonly string[];
}

/** How many machines run, at least and at most. */
export interface MachinesDeclaration {
  /** In production 2 or more, so that the service outlives a machine and a zone. */
  readonly min: number;

  /** More than `min`. */
  readonly max: number;
}

/** What the number of machines follows. */
export interface MachineScalingDeclaration {
  /**
   * Requests a minute that each machine is to have.
   *
   * @default - not followed
   */
  readonly requestsPerTarget?: number;

  /**
   * Percent of their CPU that the machines are to use, 10 to 90.
   *
   * @default - 60 where nothing else is followed
   */
  readonly cpu?: number;
}

/** How machines are replaced when their image, their boot or their size changes. */
export interface RefreshDeclaration {
  /**
   * Percent of the wanted machines that are healthy at all times, 0 to 100.
   *
   * @default 100
   */
  readonly minHealthy?: number;

  /**
   * Percent of the wanted machines that run at most, 100 to 200; at most 100 more than `minHealthy`.
   *
   * @default 150
   */
  readonly maxHealthy?: number;
}

/** A disk of gp3: 3000 operations a second and 125 MiB a second are in the price of any size. */
export interface DiskDeclaration {
  /**
   * Operations a second, 3000 to 16000; above 3000 at most 500 for each GiB.
   *
   * @default 3000
   */
  readonly iops?: number;

  /**
   * MiB a second, 125 to 1000; at most a quarter of the operations a second.
   *
   * @default 125
   */
  readonly throughput?: number;
}

/** The disk that a machine starts from. */
export interface RootDiskDeclaration extends DiskDeclaration {
  /**
   * GiB, 8 to 16384, and no less than the image's.
   *
   * @default 20
   */
  readonly size?: number;

  /**
   * What the image calls it: under another name it would stay as the image has it, and a second disk be made.
   *
   * @default "/dev/xvda" (that of Amazon Linux)
   */
  readonly device?: string;
}

/** A disk beside the one that a machine starts from. */
export interface VolumeDeclaration extends DiskDeclaration {
  /** GiB, 1 to 16384. */
  readonly size: number;

  /** What the machine finds it as, `/dev/sdf` to `/dev/sdp`. */
  readonly device: string;
}

/** Copies of the volumes of every machine, all of a machine's at one moment. */
export interface VolumeSnapshotsDeclaration {
  /**
   * When they are made each day, in UTC.
   *
   * @default "03:00"
   */
  readonly time?: string;

  /**
   * How long they are kept, 1 day to 1 year.
   *
   * @default - "30d" in production, "7d" in development
   */
  readonly keep?: Duration;
}
