import { formatDuration } from "../../../model/duration";
import { absentAnnotations, absentLabels, burnLabels } from "../alerts";
import { burnAnnotations } from "../annotations";
import type { Promql } from "../../promql";
import type { Slo } from "../slo";
import { momentOf } from "./moment";
import type { Oracle } from "./timeline";
import type { InputSeries } from "./worlds";

/** One test of a promtool test file. */
export interface TestCase {
  readonly name: string;
  readonly interval: string;
  /** When the test begins, where that matters. */
  readonly start_timestamp?: string;
  readonly input_series: readonly InputSeries[];
  readonly alert_rule_test?: readonly AlertTest[];
  readonly promql_expr_test?: readonly ExpressionTest[];
}

/** What is expected of one alert at one moment. */
export interface AlertTest {
  readonly eval_time: string;
  readonly alertname: string;
  readonly exp_alerts: readonly ExpectedAlert[];
}

interface ExpectedAlert {
  readonly exp_labels: Readonly<Record<string, string>>;
  readonly exp_annotations: Readonly<Record<string, string>>;
}

export interface ExpressionTest {
  readonly expr: string;
  readonly eval_time: string;
  readonly exp_samples: readonly { readonly labels: string; readonly value: number }[];
}

const at = (minute: number): string => formatDuration(minute * 60);

/** Which tiers fire at a minute, each with its labels, links and numbers. */
export const expectBurn = (slo: Slo, minute: number, oracle: Oracle): AlertTest => ({
  eval_time: at(minute),
  alertname: slo.alert("ErrorBudgetBurn"),
  exp_alerts: oracle.firing(minute).map((tier) => ({
    exp_labels: { ...slo.recordLabels, ...burnLabels(slo, tier) },
    exp_annotations: burnAnnotations(slo, tier, momentOf(slo, tier, minute, oracle)),
  })),
});

/** No tier fires. */
export const expectSilence = (slo: Slo, minute: number): AlertTest => ({
  eval_time: at(minute),
  alertname: slo.alert("ErrorBudgetBurn"),
  exp_alerts: [],
});

export const expectAbsent = (slo: Slo, minute: number, fires: boolean): AlertTest => ({
  eval_time: at(minute),
  alertname: slo.alert("MetricAbsent"),
  exp_alerts: fires
    ? [
        {
          exp_labels: {
            ...slo.sli.presence.labels,
            ...absentLabels(slo),
          },
          exp_annotations: absentAnnotations(slo),
        },
      ]
    : [],
});

/** The value of an expression without labels; undefined where there is none. */
export const expectValue = (
  expr: Promql,
  minute: number,
  value: number | undefined,
): ExpressionTest => ({
  expr,
  eval_time: at(minute),
  exp_samples: value === undefined ? [] : [{ labels: "{}", value }],
});

/** The one series that a selector finds, with all its labels. */
export const expectSeries = (
  expr: Promql,
  minute: number,
  { __name__, ...labels }: Readonly<Record<string, string>>,
  value: number,
): ExpressionTest => ({
  expr,
  eval_time: at(minute),
  exp_samples: [{ labels: `${__name__}${labelsText(labels)}`, value }],
});

const labelsText = (labels: Readonly<Record<string, string>>): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(", ")}}`;
