import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchReplay } from "../../bench/slo";
import { KINDS } from "../../bench/slo/trace";

// One trace of each kind: some 6 s of one processor. `npm run bench -- slo` replays 200.
jest.setTimeout(300_000);

test("the generated rules miss no page, raise no false one, and know the budget", async () => {
  const dir = mkdtempSync(join(tmpdir(), "plinth-bench-"));
  const scored = (
    await benchReplay(dir, KINDS.length).finally(() => rmSync(dir, { recursive: true }))
  )
    .filter(({ contender }) => contender === "plinth")
    .map(({ score }) => score);
  expect(scored).toHaveLength(KINDS.length);
  expect(scored.reduce((sum, { burns }) => sum + burns, 0)).toBeGreaterThan(3);
  for (const { missed, falsePages, errors, silent } of scored) {
    expect({ missed, falsePages, silent }).toEqual({ missed: 0, falsePages: 0, silent: 0 });
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.1);
  }
});
