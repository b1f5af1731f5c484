import { writeSync } from "node:fs";

/** Steps of one story: each needs those before it, so the first that fails ends the story. */
export function story(name: string) {
  let failed: string | undefined;
  const seconds = new Map<string, number>();
  const step = (title: string, work: () => Promise<void>): void => {
    test(title, async () => {
      if (failed !== undefined) throw new Error(`not tried, because this failed: ${failed}`);
      failed = title;
      const start = performance.now();
      await work();
      failed = undefined;
      const took = (performance.now() - start) / 1_000;
      seconds.set(title, took);
      writeSync(2, `${name.padEnd(10)} ${took.toFixed(1).padStart(6)} s  ${title}\n`);
    });
  };
  /** Seconds of all steps so far. */
  const total = () => [...seconds.values()].reduce((sum, each) => sum + each, 0);
  return { step, total };
}
