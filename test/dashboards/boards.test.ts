import { boardOf, queriesOf, substitute } from "./read";
import { partsOf } from "./query";

/** The rules of grafana/dashboard-linter, as far as a service without instances can follow them. */
const BOARDS = [
  ...["dev", "prod", "dev-gcp"].flatMap((environment) => [
    [`${environment}-orders`, environment] as const,
    [`${environment}_fleet`, environment] as const,
    [`${environment}_data`, environment] as const,
  ]),
  ...["dev", "prod"].flatMap((environment) => [
    [`${environment}-storefront`, environment] as const,
    [`${environment}-catalog-images`, environment] as const,
    [`${environment}_edge`, environment] as const,
  ]),
  ["dev-orders", "dev with business"] as const,
];

describe.each(BOARDS)("the board %s in %s", (uid, environment) => {
  const board = boardOf(environment, uid);
  const panels = board.panels.filter(({ type }) => type !== "row");
  const variable = (name: string) => board.templating.list.find((one) => one.name === name);

  test("has a stable uid of at most 40 characters, and Grafana cannot edit it", () => {
    expect(board).toMatchObject({
      uid,
      editable: false,
      timezone: "utc",
      refresh: "1m",
    });
    expect(board.uid.length).toBeLessThanOrEqual(40);
  });

  test("lets its reader pick the data source", () => {
    expect(variable("datasource")).toMatchObject({ label: "Data source", query: "prometheus" });
  });

  test("lets its reader pick job and cell, asked anew as the time changes", () => {
    for (const [name, label] of [
      ["job", "Job"],
      ["cell", "Cell"],
    ] as const) {
      const picked = { label, type: "query", multi: true, refresh: 2 };
      expect(variable(name)).toMatchObject({ ...picked, datasource: { uid: "${datasource}" } });
    }
    expect(variable("job")?.allValue).toBe(".+");
  });

  test("lets its reader pick the region where its series say theirs, and there every one is of it, but for what is global or elsewhere", () => {
    const signals = queriesOf(board).filter((expr) =>
      /aws_(?!cloudfront|wafv2|s3_\w+_replication_max|s3_replication_latency)/.test(expr),
    );
    const isThere = variable("region") !== undefined;
    expect(isThere).toBe(signals.length > 0);
    if (isThere)
      expect(variable("region")).toMatchObject({ label: "Region", multi: true, allValue: ".+" });
    for (const expr of signals)
      expect(expr.split('region=~"$region"')).toHaveLength(
        partsOf(substitute(environment, expr), "VectorSelector").length + 1,
      );
  });

  test("numbers rows and panels from 1, each once", () => {
    const ids = board.panels.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBe(1);
  });

  test("keeps panels inside the grid, none over another", () => {
    const cells = board.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)}:${y + Math.floor(cell / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(board.panels.every(({ gridPos }) => gridPos.x + gridPos.w <= 24)).toBe(true);
  });

  test.each(panels.map((panel) => [panel.title, panel] as const))(
    "the panel %s has a description, a unit, the data source and named queries",
    (_title, panel) => {
      expect(panel.description).toMatch(/\S/);
      expect(panel.fieldConfig?.defaults.unit).toMatch(/\S/);
      expect(panel.datasource?.uid).toBe("${datasource}");
      const targets = panel.targets ?? [];
      expect(targets.length).toBeGreaterThan(0);
      expect(new Set(targets.map(({ refId }) => refId)).size).toBe(targets.length);
      for (const { datasource } of targets) expect(datasource.uid).toBe("${datasource}");
    },
  );

  test.each(queriesOf(board))("is PromQL that selects the picked job: %s", (expr) => {
    const selectors = partsOf(substitute(environment, expr), "VectorSelector");
    expect(selectors.length).toBeGreaterThan(0);
    expect(expr.split('job=~"$job"').length - 1).toBe(selectors.length);
  });

  test("takes rates over Grafana's own interval", () => {
    for (const expr of queriesOf(board)) {
      expect(expr).not.toMatch(/\bi?rate\([^[]*\[(?!\$__rate_interval)/);
    }
  });
});
