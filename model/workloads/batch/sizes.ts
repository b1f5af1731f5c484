/** What a type of machine has. */
export interface Size {
  readonly cpus: number;
  readonly memoryMiB: number;
  readonly gpus: number;
}

/** Virtual CPUs, GiB and GPUs by the size within a family. */
type Sizes = Readonly<Record<string, readonly [cpus: number, gib: number, gpus: number]>>;

const FOUR_GIB: Sizes = {
  xlarge: [4, 16, 1],
  "2xlarge": [8, 32, 1],
  "4xlarge": [16, 64, 1],
  "8xlarge": [32, 128, 1],
  "12xlarge": [48, 192, 4],
  "16xlarge": [64, 256, 1],
  "24xlarge": [96, 384, 4],
  "48xlarge": [192, 768, 8],
};

/**
 * Families with GPUs of NVIDIA, for which AWS has an image of Amazon Linux 2023.
 *
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
const WITH_GPUS: Readonly<Record<string, Sizes>> = {
  g4dn: {
    xlarge: [4, 16, 1],
    "2xlarge": [8, 32, 1],
    "4xlarge": [16, 64, 1],
    "8xlarge": [32, 128, 1],
    "12xlarge": [48, 192, 4],
    "16xlarge": [64, 256, 1],
    metal: [96, 384, 8],
  },
  g5: FOUR_GIB,
  g6: FOUR_GIB,
  g6e: Object.fromEntries(
    Object.entries(FOUR_GIB).map(([size, [cpus, gib, gpus]]) => [size, [cpus, 2 * gib, gpus]]),
  ),
  p4d: { "24xlarge": [96, 1_152, 8] },
  p4de: { "24xlarge": [96, 1_152, 8] },
  p5: { "4xlarge": [16, 256, 1], "48xlarge": [192, 2_048, 8] },
  p5e: { "48xlarge": [192, 2_048, 8] },
  p5en: { "48xlarge": [192, 2_048, 8] },
};

/** GiB for each virtual CPU, by the letter of general families: `m7i`, `c7g`, `r6id`. */
const GIB_PER_CPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 };

const sizeOf = ([cpus, gib, gpus]: Sizes[string]): Size => ({
  ...{ cpus, gpus },
  memoryMiB: gib * 1_024,
});

/** @param type - a type, a family or "optimal"; @returns the sizes that it stands for; undefined where they are not known here */
export function sizesOf(type: string): readonly Size[] | undefined {
  const [family = "", size] = type.split(".");
  const accelerated = WITH_GPUS[family];
  if (accelerated !== undefined) {
    const [one] = size === undefined ? [undefined] : [accelerated[size]];
    if (size === undefined) return Object.values(accelerated).map(sizeOf);
    return one && [sizeOf(one)];
  }
  // Of c5n it is more than of other c.
  const isKnown = /^[cmr]\d/.test(family) && family !== "c5n";
  const gib = isKnown ? GIB_PER_CPU[family.charAt(0)] : undefined;
  const cpus = cpusOf(size);
  if (gib === undefined || cpus === undefined) return undefined;
  return [sizeOf([cpus, cpus * gib, 0])];
}

function cpusOf(size = ""): number | undefined {
  if (size === "large") return 2;
  const times = /^(\d*)xlarge$/.exec(size)?.[1];
  return times === undefined ? undefined : 4 * Number(times || 1);
}

/** Those that AWS calls `g…` or `p…`: the others have none, but for what is not known here. */
export const mayHaveGpus = (type: string): boolean => /^[gp]\d/.test(type);

/** What the machine's own programs leave jobs, of its memory. */
export const LEFT_TO_JOBS = 15 / 16;
