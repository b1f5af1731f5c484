import { formatDuration } from "../../model/duration";
import { cellOfView, nameIn } from "../../model/cells/view";
import { files, REGION_RULES } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { SCRAPE_INTERVAL_SECONDS } from "../../model/signal";
import { minutesIn } from "../promql";
import { renderMimirRules } from "../prometheus/mimir";
import type { RuleGroup } from "../slo/rule_file";
import { promtoolFile } from "../slo/tests/promtool";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import { toYaml } from "../yaml";
import {
  healthOf,
  regionTicket,
  UNHEALTHY_FOR,
  watchedRegions,
  type WatchedRegion,
} from "./region_health";
import { expectTickets, ticketRule } from "./ticket";

/** A group each service that is in two regions. */
export const regionGroups = (environment: Environment): RuleGroup[] =>
  watchedRegions(environment).map((watched) => ({
    name: `region-${environment.name}-${watched.service.cell}-${watched.service.name}`,
    interval: formatDuration(SCRAPE_INTERVAL_SECONDS),
    rules: [ticketRule(regionTicket(watched), environment)],
  }));

/** The text of the rule file alone. */
export const regionRulesText = (environment: Environment): string =>
  toYaml(
    { groups: regionGroups(environment) },
    "Tickets on regions that are not healthy (docs/regions.md).",
  );

/** Rules and their tests; nothing where no service is in two regions. @param environment - as one of its cells has it */
export function renderRegionRules(environment: Environment): RenderedFile[] {
  const groups = regionGroups(environment);
  if (groups.length === 0) return [];
  const name = nameIn(cellOfView(environment), REGION_RULES);
  return [
    { path: files.rules(name), text: regionRulesText(environment) },
    promtoolFile(
      name,
      watchedRegions(environment).map((watched) => testOf(watched, environment)),
    ),
    renderMimirRules(environment.name, name, groups),
  ];
}

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
