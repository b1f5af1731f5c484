import {
  ConstantVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { series } from "../../model/names";
import type { Service } from "../../model/service";
import { ofRecord } from "../promql";
import { DATA_SOURCE } from "./panel";

/** What a reader picks at the top of a board. */
export const variables = (service: Service) => [
  new DatasourceVariableBuilder("datasource").label("Data source").type("prometheus"),
  new ConstantVariableBuilder("environment").label("Environment").value(service.environment),
  labelValues(service, "job", "Job", ".+"),
  // Not `.+`: physical names hold the cell, and `dev-.+-orders` would match another environment's `dev-gcp-c01-orders`.
  labelValues(service, "cell", "Cell", "[a-z0-9]+"),
];

function labelValues({ name }: Service, label: string, title: string, all: string) {
  const of = ofRecord(series.objective, { sloth_service: name, environment: "$environment" });
  return new QueryVariableBuilder(label)
    .label(title)
    .datasource(DATA_SOURCE)
    .query({ query: `label_values(${of}, ${label})`, refId: label })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(all)
    .current({ selected: true, text: ["All"], value: ["$__all"] });
}
