import { series } from "../../../model/names";
import { join, sum, sumOverTime } from "../../promql";
import { placeOf, signalOf, type PlacedSignal } from "../../resources";
import type { Slo } from "../slo";
import type { Sample } from "./notation";
import { expectSilence, expectValue, type TestCase } from "./test_case";
import { input } from "./worlds";

/** A story about single messages: what the exporters show, and how many were lost. */
export interface Story {
  readonly claim: string;
  readonly shows: readonly Shown[];
  /** Messages set aside in the whole story, or minutes that are bad; undefined where nothing is judged. */
  readonly lost: number | undefined;
  /** Of all that were handled or set aside, or minutes. */
  readonly total: number | undefined;
}

export interface Shown {
  readonly signal: PlacedSignal;
  readonly samples: readonly Sample[];
  readonly matchers?: Readonly<Record<string, string>>;
}

/** `times(3, 7)` is 7 7 7. */
export const times = (count: number, sample: Sample): Sample[] =>
  Array.from({ length: count }, () => sample);

export const shown = (
  signal: PlacedSignal,
  samples: readonly Sample[],
  matchers: Readonly<Record<string, string>> = {},
): Shown => ({ signal, samples, matchers });

/** A test that counts, to the message, what the SLI made of a story; stories are too small to alert. */
export function storyCase(slo: Slo, { claim, shows, lost, total }: Story): TestCase {
  const place = placeOf(slo.service);
  const last = Math.max(...shows.map(({ samples }) => samples.length)) - 1;
  const all = (record: string) => sum(sumOverTime(slo.record(record), "1d"));
  return {
    name: `${slo.id}: ${claim}`,
    interval: "1m",
    input_series: shows.map(({ signal, samples, matchers }) =>
      input(signalOf(signal, place, matchers), samples),
    ),
    alert_rule_test: lost !== undefined && lost > 1 ? [] : [expectSilence(slo, last)],
    promql_expr_test: [
      expectValue(join("0", "+", all(series.bad)), last, lost),
      expectValue(all(series.total), last, total),
    ],
  };
}
