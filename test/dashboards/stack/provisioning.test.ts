import { boardOf, readYaml } from "../read";

interface DataSource {
  readonly uid: string;
  readonly type: string;
  readonly isDefault?: boolean;
  readonly jsonData?: object;
}

describe.each(["dev", "prod", "dev-gcp"])("the Grafana of %s", (environment) => {
  const { datasources } = readYaml<{ datasources: readonly DataSource[] }>(
    environment,
    "grafana/provisioning/datasources/plinth.yaml",
  );

  test("loads boards from files into a folder of their own, and never from the browser", () => {
    const { providers } = readYaml<{ providers: readonly object[] }>(
      environment,
      "grafana/provisioning/dashboards/plinth.yaml",
    );
    expect(providers).toEqual([
      expect.objectContaining({
        type: "file",
        disableDeletion: true,
        allowUiUpdates: false,
        folderUid: `plinth-${environment}`,
        options: { path: "$PLINTH_OUT/grafana/dashboards" },
      }),
    ]);
  });

  test("has one default data source, of the type that the boards pick from", () => {
    const picked = boardOf(environment).templating.list.find(({ type }) => type === "datasource");
    expect(datasources.filter(({ isDefault }) => isDefault)).toEqual([
      expect.objectContaining({ type: picked?.query }),
    ]);
  });

  test("leads from a data source only to one that it has", () => {
    const uids = datasources.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(4);
    const led = JSON.stringify(datasources).matchAll(/"datasourceUid":"([^"]*)"/g);
    const targets = [...led].map(([, uid]) => uid);
    expect(targets).toEqual(["tempo", "loki", "tempo"].map((to) => `plinth-${environment}-${to}`));
    for (const uid of targets) expect(uids).toContain(uid);
  });

  test("leads from a log line to the trace whose id was kept beside it", () => {
    const { jsonData } = datasources.find(({ type }) => type === "loki")!;
    expect(jsonData).toEqual({
      derivedFields: [
        expect.objectContaining({
          ...{ matcherType: "label", matcherRegex: "trace_id", url: "$${__value.raw}" },
          datasourceUid: `plinth-${environment}-tempo`,
        }),
      ],
    });
  });

  test("takes a board by its API too: the id is Grafana's, the uid ours", () => {
    expect(boardOf(environment)).not.toHaveProperty("id");
    expect(boardOf(environment).uid).toBe(`${environment}-orders`);
  });
});
