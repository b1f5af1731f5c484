import { dataSourceUid, files, folderUid } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { url } from "../stack/parts";
import { toYaml } from "../yaml";

/** What a Grafana reads when it starts: where its data lies, and which folder holds the boards. */
export const renderProvisioning = (environment: Environment): RenderedFile[] => [
  renderProvider(environment),
  renderDataSources(environment),
];

/** Tells Grafana to load an environment's boards; people change the declaration, not the board. */
const renderProvider = ({ name }: Environment): RenderedFile => ({
  path: files.grafanaProvider,
  text: toYaml(
    {
      apiVersion: 1,
      providers: [
        {
          name: `plinth-${name}`,
          orgId: 1,
          folder: `Plinth ${name}`,
          folderUid: folderUid(name),
          type: "file",
          disableDeletion: true,
          allowUiUpdates: false,
          updateIntervalSeconds: 60,
          options: { path: "$PLINTH_OUT/grafana/dashboards" },
        },
      ],
    },
    "PLINTH_OUT, in Grafana's environment, is the folder that holds this environment's files.",
  ),
});

/** The boards let their reader pick a Prometheus, and begin with the default one. */
const renderDataSources = ({ name }: Environment): RenderedFile => ({
  path: files.grafanaDataSources,
  text: toYaml(
    { apiVersion: 1, datasources: dataSources(name) },
    "The addresses are those of compose.yaml.",
  ),
});

const dataSources = (environment: string) => [
  {
    ...source(environment, "prometheus"),
    isDefault: true,
    jsonData: {
      httpMethod: "POST",
      timeInterval: "60s",
      exemplarTraceIdDestinations: [
        { name: "trace_id", datasourceUid: dataSourceUid(environment, "tempo") },
      ],
    },
  },
  {
    ...source(environment, "alertmanager"),
    jsonData: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
  },
  {
    ...source(environment, "tempo"),
    jsonData: {
      tracesToLogsV2: { datasourceUid: dataSourceUid(environment, "loki"), filterByTraceID: true },
    },
  },
  { ...source(environment, "loki"), jsonData: { derivedFields: [traceOfLine(environment)] } },
];

/** From a line to its trace, whose id the collector keeps beside the line; Grafana wants each of its own `$` twice here. */
const traceOfLine = (environment: string) => ({
  name: "Trace",
  matcherType: "label",
  matcherRegex: "trace_id",
  datasourceUid: dataSourceUid(environment, "tempo"),
  url: "$${__value.raw}",
  urlDisplayLabel: "Open the trace",
});

const source = (environment: string, part: "prometheus" | "alertmanager" | "tempo" | "loki") => ({
  name: `Plinth ${environment} ${part}`,
  uid: dataSourceUid(environment, part),
  type: part,
  access: "proxy",
  url: url(part),
  editable: false,
});
