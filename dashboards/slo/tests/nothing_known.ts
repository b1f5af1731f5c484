/** Where nothing is known nothing is judged, and where nothing happened nothing is wrong. */
import { series } from "../../../model/names";
import { sum } from "../../promql";
import { windowsOf } from "../recording";
import type { Slo } from "../slo";
import { ended, scenario } from "./scenario";
import { expectValue, type ExpressionTest, type TestCase } from "./test_case";
import { minutesOf, type Minute } from "./timeline";
import { clean } from "./traffic";

const calm: Minute = { good: 0, bad: 0 };

/** The windows that are waited for minute by minute; the hourly tests wait for longer ones. */
export const waitedFor = (slo: Slo): string[] =>
  windowsOf(slo).filter((window) => minutesOf(window) <= 60);

/** A service that has only begun has no errors, and no NaN; once nothing is known a window has no ratio. */
export function nothingKnown(slo: Slo): TestCase {
  const first = isKnownAtOnce(slo) ? windowsOf(slo) : [];
  const claim = "a service that begins has no errors, and one of which nothing is known no ratio";
  const shown = scenario(slo, claim, [calm, ...clean(slo, 1)], {
    promql_expr_test: [
      ...first.map((window) => expectRatio(slo, window, 0, 0)),
      ...waitedFor(slo).map((window) => expectRatio(slo, window, 1 + minutesOf(window), undefined)),
    ],
  });
  return ended(shown);
}

/** A minute that is judged by its events is not known before there are some. */
const isKnownAtOnce = ({ sli }: Slo): boolean => !sli.slices || sli.judgesAll;

export const expectRatio = (
  slo: Slo,
  window: string,
  minute: number,
  ratio: number | undefined,
): ExpressionTest => expectValue(sum(slo.record(series.errorRatio(window))), minute, ratio);
