import { setTimeout as sleep } from "node:timers/promises";

/** Asks until there is an answer. @throws after so many seconds without one */
export async function until<T>(seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`nothing came within ${seconds} s`);
    await sleep(500);
  }
}
