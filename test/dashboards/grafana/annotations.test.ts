import { boardOf } from "../read";

const marksOf = (environment: string, uid: string) =>
  boardOf(environment, uid).annotations.list.map(({ name, expr, datasource, target }) => ({
    name,
    from: datasource.uid,
    what: expr === undefined ? target?.tags : "alerts",
  }));

describe.each(["dev", "prod", "dev-gcp"])("the boards of %s", (environment) => {
  const own = [`environment:${environment}`];

  test.each([
    [`${environment}-orders`, [...own, "service:orders"]],
    [`${environment}_fleet`, own],
    [`${environment}_data`, own],
  ])("%s marks alerts from Prometheus, deploys and freezes from Grafana's own store", (uid, of) => {
    expect(marksOf(environment, uid)).toEqual([
      { name: "Firing alerts", from: "${datasource}", what: "alerts" },
      { name: "Deploys", from: "-- Grafana --", what: ["deploy", ...of] },
      { name: "Release freeze", from: "-- Grafana --", what: ["freeze", ...of] },
    ]);
  });

  test("mark only what has all of the tags", () => {
    const { list } = boardOf(environment).annotations;
    for (const { target } of list.filter(({ expr }) => expr === undefined))
      expect(target).toMatchObject({ type: "tags", matchAny: false });
  });
});
