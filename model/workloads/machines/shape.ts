import { z } from "zod";
import {
  duration,
  identifier,
  oneOf,
  pattern,
  shapedBy,
  some,
  whole,
  wholeDays,
} from "../../leaves";
import { ZONES } from "../../network/slots";
import { shape, show } from "../../problems";
import { balanced } from "../balanced/shape";

const image = pattern(
  "the id of an image such as ami-0123456789abcdef0, or a public parameter of AWS such as /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
  /^(ami-([0-9a-f]{8}|[0-9a-f]{17})|\/aws\/service\/[A-Za-z0-9_./-]{1,200})$/,
);

const boot = pattern(
  "a file of the repository, from its root and with forward slashes, such as machines/search/boot.sh",
  /^(?!.*(^|\/)\.{1,2}(\/|$))[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/,
);

const type = pattern("a type of EC2 such as t4g.small", /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/);

/** @see https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_LaunchTemplateOverrides.html */
const MOST_TYPES = 40;

const range = (most: number) => shape({ min: whole(1, most), max: whole(1, most) });

const mixed = shape({ base: whole(0, 5_000).optional(), onDemand: whole(0, 100) });

const reservation = pattern(
  "the id of a capacity reservation such as cr-0123456789abcdef0",
  /^cr-[0-9a-f]{8,17}$/,
);

const reserved = shape({ reservations: some(reservation, "reservations", 20) });

const ways = oneOf("onDemand", "spot", "reserved");

const purchase = shapedBy((value) => {
  if (typeof value !== "object" || value === null) return ways;
  return "reservations" in value ? reserved : mixed;
});

const MOST_MACHINES = 5_000;

/** @see https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html */
const LARGEST_GIB = 16_384;

const speed = {
  iops: whole(3_000, 16_000).optional(),
  throughput: whole(125, 1_000).optional(),
};

const disk = shape({
  size: whole(8, LARGEST_GIB).optional(),
  ...speed,
  device: pattern("a device such as /dev/xvda or /dev/sda1", /^\/dev\/[a-z0-9]{3,10}$/).optional(),
});

const volume = shape({
  size: whole(1, LARGEST_GIB),
  ...speed,
  device: pattern("a device from /dev/sdf to /dev/sdp", /^\/dev\/sd[f-p]$/),
});

const volumes = z
  .record(z.string(), volume, { error: () => "expected an object of volumes by name" })
  .superRefine((value, context) => {
    for (const name of Object.keys(value).filter((key) => !identifier.safeParse(key).success))
      context.addIssue({
        code: "custom",
        path: [name],
        message: `expected a name of 1 to 30 lower-case letters, digits and dashes, starting with a letter, got ${show(name)}`,
      });
  });

const copies = shape({
  time: pattern('a time of day in UTC such as "03:00"', /^([01]\d|2[0-3]):[0-5]\d$/).optional(),
  keep: wholeDays(1, 365).optional(),
});

const snapshots = shapedBy((value) => (typeof value === "object" ? copies : oneOf("none")));

export const virtualMachinesShape = shape({
  kind: z.literal("virtualMachines"),
  boot,
  image: image.optional(),
  architecture: oneOf("arm64", "x86_64").optional(),
  types: some(type, "types", MOST_TYPES).optional(),
  attributes: shape({ cpus: range(1_024), memory: range(33_554_432) }).optional(),
  purchase: purchase.optional(),
  machines: shape({ min: whole(1, MOST_MACHINES), max: whole(1, MOST_MACHINES) }).optional(),
  zones: some(oneOf(...ZONES), "zones by their letter", ZONES.length).optional(),
  scaling: shape({
    requestsPerTarget: whole(1, 10_000_000).optional(),
    cpu: whole(10, 90).optional(),
  }).optional(),
  warmUp: duration("0s", "1h").optional(),
  refresh: shape({
    minHealthy: whole(0, 100).optional(),
    maxHealthy: whole(100, 200).optional(),
  }).optional(),
  disk: disk.optional(),
  volumes: volumes.optional(),
  snapshots: snapshots.optional(),
  ...balanced,
});
