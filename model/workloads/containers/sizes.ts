/** Least and most memory in MiB of a task, and the steps between. */
interface Memory {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/**
 * What Fargate runs, by CPU units: 1024 are one virtual CPU.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html
 */
const SIZES: Readonly<Record<number, Memory>> = {
  512: { least: 1_024, most: 4_096, step: 1_024 },
  1024: { least: 2_048, most: 8_192, step: 1_024 },
  2048: { least: 4_096, most: 16_384, step: 1_024 },
  4096: { least: 8_192, most: 30_720, step: 1_024 },
  8192: { least: 16_384, most: 61_440, step: 4_096 },
  16384: { least: 32_768, most: 122_880, step: 8_192 },
};

/** The smallest task has these three alone. */
const SMALLEST = { cpuUnits: 256, memory: [512, 1_024, 2_048] } as const;

export const UNITS_PER_CPU = 1_024;

/** In virtual CPUs. */
export const FARGATE_CPUS: readonly number[] = [
  SMALLEST.cpuUnits,
  ...Object.keys(SIZES).map(Number),
].map((units) => units / UNITS_PER_CPU);

/** The least memory in MiB with which Fargate runs so many CPU units. */
export const leastMemory = (cpuUnits: number): number =>
  SIZES[cpuUnits]?.least ?? SMALLEST.memory[0];

/** @returns what fits, in words; undefined where the two go together */
export function sizeProblem(cpuUnits: number, memoryMiB: number): string | undefined {
  const size = SIZES[cpuUnits];
  if (size === undefined) {
    const fits = (SMALLEST.memory as readonly number[]).includes(memoryMiB);
    return fits ? undefined : `${SMALLEST.memory.join(", ")} MiB`;
  }
  const { least, most, step } = size;
  const fits = memoryMiB >= least && memoryMiB <= most && (memoryMiB - least) % step === 0;
  return fits ? undefined : `${least} to ${most} MiB in steps of ${step}`;
}
