import { writeSync } from "node:fs";

/** Steps of one story: each needs those before it, so the first that fails ends the story. How long they took is told, not judged. */
export function story(name: string) {
  let failed: string | undefined;
  const step = (title: string, work: () => Promise<void>): void => {
    test(title, async () => {
      if (failed !== undefined) throw new Error(`not tried, because this failed: ${failed}`);
      failed = title;
      const start = performance.now();
      await work();
      failed = undefined;
      const took = (performance.now() - start) / 1_000;
      writeSync(2, `${name.padEnd(10)} ${took.toFixed(1).padStart(6)} s  ${title}\n`);
    });
  };
  return { step };
}
