import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Line } from "../../../operations/pictures/chart";
import { boardPage, type PicturedBoard } from "../../../operations/pictures/page";
import { repositoryRoot } from "../../../operations/repository";
import { Outdir } from "../outdir";
import { boardOf, substitute, type ReadBoard, type ReadPanel } from "../read";
import { startChain, type Chain } from "./chain";
import { hurry } from "./hurry";

/**
 * `npm run board:picture`: the boards of dev over what the chain measured in an outage and after it, as Chromium shows them. The time
 * below the charts is the test's, in which a minute takes five seconds.
 */
jest.setTimeout(300_000);

const MINUTES = 24;
const CAPTION =
  "Two minutes without a handled event, and the recovery; each minute takes five seconds.";

let chain: Chain;
const out = new Outdir();

beforeAll(async () => {
  chain = await startChain();
  await sleep(40_000);
  chain.breakDown();
  await sleep(75_000);
});

afterAll(async () => {
  await chain.stop();
  out.remove();
});

test.each(["dev-orders", "dev-catalog-images", "dev_fleet", "dev_edge", "dev_data"])(
  "takes the picture of %s",
  async (uid) => {
    const board = boardOf("dev", uid);
    const lines = new Map<number, Line[]>();
    for (const panel of board.panels) lines.set(panel.id, await linesOf(panel));
    const page = out.write(`${uid}.html`, boardPage(board as PicturedBoard, lines, CAPTION));
    const picture = join(repositoryRoot, "docs", "pictures", `${uid}.png`);
    const args = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
    const size = `--window-size=1280,${heightOf(board)}`;
    execFileSync(
      process.env["CHROMIUM"] ?? "chromium",
      [...args, size, `--screenshot=${picture}`, `file://${page}`],
      { stdio: "ignore" },
    );
  },
);

/** 30 pixels a line of the grid, and the heading. */
const heightOf = ({ panels }: ReadBoard): number =>
  90 + 30 * Math.max(...panels.map(({ gridPos: { y, h } }) => y + h));

/** What a panel shows: every series of each of its queries, by the legend's name. */
async function linesOf({ targets = [] }: ReadPanel): Promise<Line[]> {
  const lines = await Promise.all(
    targets.map(async ({ expr, legendFormat }) => {
      const found = await chain.last(MINUTES, hurry(substitute("dev", expr)));
      return found.map(({ metric, values }) => ({
        name: legendFormat.replace(/{{(\w+)}}/g, (_, label: string) => metric[label] ?? ""),
        points: values.map(([time, value]) => [time, Number(value)] as const),
      }));
    }),
  );
  return lines.flat();
}
