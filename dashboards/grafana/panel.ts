import {
  ThresholdsConfigBuilder,
  ThresholdsMode,
  type Panel,
  type Threshold,
} from "@grafana/grafana-foundation-sdk/dashboard";
import {
  VizLegendOptionsBuilder,
  LegendDisplayMode,
  LegendPlacement,
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  ReduceDataOptionsBuilder,
} from "@grafana/grafana-foundation-sdk/common";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TimeSeriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import type { Promql } from "../promql";
import { outside, type Link } from "./links";

/** A query of a panel, and the name of what it shows. */
export interface Target {
  readonly expr: Promql;
  /** Grafana's legend format: `{{cell}}`. */
  readonly legend: string;
  /** Mark the traces that a histogram's series name. @default false */
  readonly exemplars?: boolean;
}

/** A panel, without how Grafana draws it. */
export interface PanelSpec {
  /** Never changes: links point at it. */
  readonly id: number;
  readonly title: string;
  /** What it shows and what to make of it. */
  readonly description: string;
  /** Grafana's id of a unit. */
  readonly unit: string;
  readonly targets: readonly Target[];
  /** @default "timeseries" */
  readonly kind?: "timeseries" | "stat";
  /** Values from which on a colour holds; below the first it is green. @default none */
  readonly limits?: readonly { readonly from: number; readonly color: string }[];
  /** The colour below the first limit. @default "green" */
  readonly base?: string;
  /** @default none */
  readonly links?: readonly Link[];
  /** Where a click on a point leads. @default none */
  readonly dataLinks?: readonly Link[];
}

/** The data source that a reader picks. */
export const DATA_SOURCE = { type: "prometheus", uid: "${datasource}" } as const;

/** Boards have 24 columns; three panels a line. */
const SPAN = 8;
const HEIGHT = 8;

/** A finished panel in the form that the board's builder takes. */
export const toPanel = (spec: PanelSpec): { build: () => Panel } =>
  spec.kind === "stat" ? stat(spec) : timeSeries(spec);

function timeSeries(spec: PanelSpec) {
  const legend = new VizLegendOptionsBuilder()
    .displayMode(LegendDisplayMode.List)
    .placement(LegendPlacement.Bottom)
    .showLegend(true);
  const style =
    spec.limits === undefined ? GraphThresholdsStyleMode.Off : GraphThresholdsStyleMode.Line;
  return settings(new TimeSeriesBuilder(), spec)
    .legend(legend)
    .thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(style))
    .fillOpacity(5)
    .min(0);
}

const stat = (spec: PanelSpec) =>
  settings(new StatBuilder(), spec).reduceOptions(
    new ReduceDataOptionsBuilder().calcs(["lastNotNull"]),
  );

/** What every kind of panel has. */
function settings<T extends StatBuilder | TimeSeriesBuilder>(builder: T, spec: PanelSpec): T {
  builder
    .id(spec.id)
    .title(spec.title)
    .description(spec.description)
    .datasource(DATA_SOURCE)
    .unit(spec.unit)
    .interval("1m")
    .span(SPAN)
    .height(HEIGHT)
    .links((spec.links ?? []).map(outside))
    .thresholds(thresholds(spec))
    .targets(spec.targets.map(toQuery));
  if (spec.dataLinks !== undefined) builder.dataLinks(spec.dataLinks.map(outside));
  return builder;
}

function toQuery({ expr, legend, exemplars }: Target, index: number): DataqueryBuilder {
  const query = new DataqueryBuilder()
    .refId(String.fromCharCode("A".charCodeAt(0) + index))
    .datasource(DATA_SOURCE)
    .expr(expr)
    .legendFormat(legend)
    .range();
  return exemplars === true ? query.exemplar(true) : query;
}

function thresholds({ limits = [], base = "green" }: PanelSpec): ThresholdsConfigBuilder {
  const steps: Threshold[] = [
    { value: null, color: base },
    ...limits.map(({ from, color }) => ({ value: from, color })),
  ];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(steps);
}
