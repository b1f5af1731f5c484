import { formatDuration } from "../../model/duration";
import type { Environment } from "../../model/settle";
import { ofUp, type Selector } from "../promql";
import type { TestCase } from "../slo/tests/test_case";
import { input, type InputSeries } from "../slo/tests/worlds";
import { hoursNeeded, idleTicket, watchedByAlert, type WatchedResource } from "./idle";
import { expectTickets } from "./ticket";

/** The tickets' own tests, for `promtool test rules`, a sample an hour; one for each name, as one look back takes long. */
export const idleCases = (environment: Environment): TestCase[] =>
  watchedByAlert(environment).map(([alert, resources]) => caseOf(alert, resources, environment));

/** Hours in which the exporter is away at first. */
const AWAY = 50;

/** When something is used, an hour after the other, for the only time: of what was never used CloudWatch says nothing before. */
type Uses = ReadonlyMap<Selector, number>;

function caseOf(
  alert: string,
  resources: readonly WatchedResource[],
  environment: Environment,
): TestCase {
  const after = 24 * (resources[0]?.afterDays ?? 0);
  const needed = AWAY + hoursNeeded(after / 24);
  const emitters = [
    ...new Set(resources.flatMap(({ emitters }) => emitters.map(({ selector }) => selector))),
  ];
  const uses: Uses = new Map(emitters.map((emitter, index) => [emitter, needed + 2 + index]));
  const hours = momentsOf(needed, after, [...uses.values()]);
  const firing = (hour: number) =>
    hour < needed - 1 ? [] : resources.filter((one) => isIdle(one, hour, after, uses));
  return {
    name: `${alert}: what was never used is told once it was watched for long enough, and what was used once when that is as long ago`,
    interval: "1h",
    input_series: [
      input(ofUp("yace"), [...repeat(0, AWAY), ...repeat(1, 2 * after + needed)]),
      ...[...uses].map(([emitter, hour]) => usedAt(emitter, hour, after)),
    ],
    alert_rule_test: hours.map((hour) =>
      expectTickets(alert, formatDuration(3_600 * hour), firing(hour).map(idleTicket), environment),
    ),
  };
}

/** Before and after each change. */
const momentsOf = (needed: number, after: number, uses: readonly number[]): number[] =>
  [...new Set([needed - 1, ...uses, ...uses.map((hour) => hour + after)])]
    .flatMap((hour) => [hour - 1, hour])
    .filter((hour, index, all) => all.indexOf(hour) === index);

/** Not within the hours that are looked back on, by none of those whose use it is. */
const isIdle = ({ emitters }: WatchedResource, hour: number, after: number, uses: Uses): boolean =>
  emitters.every(({ selector }) => {
    const used = uses.get(selector) ?? Infinity;
    return used > hour || used <= hour - after;
  });

/** The least use there is. */
const usedAt = (emitter: Selector, hour: number, after: number): InputSeries =>
  input(emitter, [...repeat(undefined, hour), 1, ...repeat(0, 2 * after)]);

const repeat = <T>(value: T, count: number): T[] => Array.from({ length: count }, () => value);
