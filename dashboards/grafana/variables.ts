import {
  ConstantVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  VariableRefresh,
  VariableSort,
} from "@grafana/grafana-foundation-sdk/dashboard";
import { series } from "../../model/names";
import type { Service } from "../../model/service";
import { ofRecord, type Matchers } from "../promql";
import { DATA_SOURCE } from "./panel";

/** What a reader picks at the top of a board. */
export type Variable = DatasourceVariableBuilder | ConstantVariableBuilder | QueryVariableBuilder;

export const serviceVariables = ({ environment, name }: Service): Variable[] =>
  variables(environment, { sloth_service: name });

export const fleetVariables = (environment: string): Variable[] => [
  ...variables(environment, {}),
  labelValues({}, "sloth_service", "Service", "[a-z0-9-]+", "service"),
];

const variables = (environment: string, of: Matchers): Variable[] => [
  new DatasourceVariableBuilder("datasource").label("Data source").type("prometheus"),
  new ConstantVariableBuilder("environment").label("Environment").value(environment),
  labelValues(of, "job", "Job", ".+"),
  // Not `.+`: physical names hold the cell, and `dev-.+-orders` would match another environment's `dev-gcp-c01-orders`.
  labelValues(of, "cell", "Cell", "[a-z0-9]+"),
];

function labelValues(matchers: Matchers, label: string, title: string, all: string, name = label) {
  const of = ofRecord(series.objective, { ...matchers, environment: "$environment" });
  return new QueryVariableBuilder(name)
    .label(title)
    .datasource(DATA_SOURCE)
    .query({ query: `label_values(${of}, ${label})`, refId: name })
    .refresh(VariableRefresh.OnTimeRangeChanged)
    .sort(VariableSort.AlphabeticalAsc)
    .multi(true)
    .includeAll(true)
    .allValue(all)
    .current({ selected: true, text: ["All"], value: ["$__all"] });
}
