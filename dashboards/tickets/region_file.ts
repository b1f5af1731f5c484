import { formatDuration } from "../../model/duration";
import { REGION_RULES } from "../../model/names";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { minutesIn } from "../promql";
import type { RuleGroup } from "../slo/rule_file";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import {
  healthOf,
  regionTicket,
  UNHEALTHY_FOR,
  watchedRegions,
  type WatchedRegion,
} from "./region_health";
import { expectTickets, ticketRule } from "./ticket";
import type { TicketFile } from "./ticket_file";

/** A group each service that is in two regions. */
const regionGroups = (environment: Environment): RuleGroup[] =>
  watchedRegions(environment).map((watched) => ({
    name: `region-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(regionTicket(watched), environment)],
  }));

const regionCases = (environment: Environment): TestCase[] =>
  watchedRegions(environment).map((watched) => testOf(watched, environment));

/** None where no service is in two regions. */
export const regionFile: TicketFile = {
  name: REGION_RULES,
  says: "Tickets on regions that are not healthy (docs/regions.md).",
  groups: regionGroups,
  cases: regionCases,
  interval: "1m",
};

/** Minutes in which the region is healthy, before it is not. */
const CALM = 5;

function testOf(watched: WatchedRegion, environment: Environment): TestCase {
  const waits = minutesIn(UNHEALTHY_FOR);
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const expect = (minute: number, fires: boolean) =>
    expectTickets(watched.alert, `${minute}m`, fires ? [regionTicket(watched)] : [], environment);
  const neighbour = { service: { ...watched.service, name: `other-${watched.service.name}` } };
  return {
    name: `${watched.alert}: a region that is not healthy for ${UNHEALTHY_FOR} is a ticket`,
    interval: "1m",
    input_series: [
      input(healthOf(watched), [...all(1, CALM), ...all(0, waits + CALM), ...all(1, CALM)]),
      input(healthOf(neighbour), all(0, waits + 3 * CALM)),
    ],
    alert_rule_test: [
      expect(CALM + waits - 1, false),
      expect(CALM + waits, true),
      expect(2 * CALM + waits, false),
    ],
  };
}
