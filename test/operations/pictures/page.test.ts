import type { Line } from "../../../operations/pictures/chart";
import { boardPage, type PicturedBoard } from "../../../operations/pictures/page";
import { boardOf } from "../../dashboards/read";

const panel = (type: string, unit = "short") => ({
  ...{ id: 7, type, title: "Age <of> it", gridPos: { x: 8, y: 1, w: 8, h: 8 } },
  fieldConfig: {
    defaults: {
      unit,
      thresholds: {
        steps: [
          { value: null, color: "red" },
          { value: 0.25, color: "green" },
        ],
      },
      custom: { thresholdsStyle: { mode: "line" } },
    },
  },
});

const page = (one: ReturnType<typeof panel>, ...lines: readonly Line[]): string =>
  boardPage({ title: "t", description: "d", panels: [one] }, new Map([[7, lines]]), "now");

describe("the picture of a board", () => {
  test("has every panel of the generated board, at its place", () => {
    const board = boardOf("dev") as PicturedBoard;
    const text = boardPage(board, new Map(), "nothing was asked");
    const panels = board.panels.filter(({ type }) => type !== "row");
    expect(text.split("<section").length - 1).toBe(panels.length);
    expect(text.split("No data").length - 1).toBe(panels.length);
  });

  test("places a panel in the grid and escapes its title", () => {
    expect(page(panel("timeseries"))).toContain(
      `<section style="grid-area:2/9/span 8/span 8" title=""><h3>Age &lt;of&gt; it</h3>`,
    );
  });

  test("draws a line through what is known, and leaves out what is not", () => {
    const line: Line = {
      name: "p99",
      points: [
        [0, NaN],
        [60, 0],
        [120, 1],
      ],
    };
    const text = page(panel("timeseries"), line);
    expect(text).toMatch(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+" class="line"/);
    expect(text).not.toContain("NaN");
  });

  test("says so where nothing is known", () => {
    expect(page(panel("timeseries"), { name: "p99", points: [[0, NaN]] })).toContain("No data");
  });

  test.each([
    [0.2, "red", "20%"],
    [0.25, "green", "25%"],
  ])("colours the last value %s %s", (value, color, text) => {
    const line: Line = {
      name: "c01",
      points: [
        [0, 1],
        [60, value],
      ],
    };
    expect(page(panel("stat", "percentunit"), line)).toContain(
      `<p style="color:${color}">${text}<small>c01</small></p>`,
    );
  });

  test("draws a limit that the values come near, and not one far above", () => {
    const at = (value: number): Line => ({ name: "a", points: [[0, value]] });
    expect(page(panel("timeseries"), at(0.2))).toContain('stroke="green"');
    expect(page(panel("timeseries"), at(0.01))).not.toContain('stroke="green"');
  });
});
