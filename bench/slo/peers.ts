/** The rules of each contender for every trace, and the series that they read. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { ruleGroup } from "../../dashboards/slo/rule_file";
import type { Slo } from "../../dashboards/slo/slo";
import { placeOf, signalOf } from "../../dashboards/resources";
import { googleSignals } from "../../model/signals";
import type { Trace } from "./trace";
import type { Rules, Rule } from "./rules";
import { rulesOf } from "./rules";

/** A series of a trace: its selector as a query has it, and its value each minute. */
export interface Series {
  readonly selector: string;
  readonly values: readonly number[];
}

export interface Contender {
  readonly name: string;
  readonly rules: Rules;
  readonly series: (trace: Trace) => Series[];
}

function cumulated(values: readonly number[]): number[] {
  let total = 0;
  return values.map((value) => (total += value));
}

/** What the exporter shows of a push subscription and its dead-letter topic. */
export const plinth = (slo: Slo): Contender => ({
  name: "plinth",
  rules: rulesOf(ruleGroup(slo).rules as readonly Rule[]),
  series: ({ minutes }) => {
    const place = placeOf(slo.service);
    return [
      {
        selector: signalOf(googleSignals.undelivered, place),
        values: minutes.map(() => 0),
      },
      {
        selector: signalOf(googleSignals.pushRequests, place, { response_class: "ack" }),
        values: cumulated(minutes.map(({ good }) => good)),
      },
      {
        selector: signalOf(googleSignals.deadLettered, place),
        values: cumulated(minutes.map(({ bad }) => bad)),
      },
    ];
  },
});

const REQUESTS = "http_requests_total";

/** The same events in the counters that Sloth's first example reads: it has none of these signals. */
export const sloth = (name: string, rules: readonly Rule[]): Contender => ({
  name: "Sloth",
  rules: rulesOf(rules),
  series: ({ minutes }) => [
    {
      selector: `${REQUESTS}{job="${name}",code="200"}`,
      values: cumulated(minutes.map(({ good }) => good)),
    },
    {
      selector: `${REQUESTS}{job="${name}",code="500"}`,
      values: cumulated(minutes.map(({ bad }) => bad)),
    },
  ],
});

/** A Sloth specification of the same promise. */
export const slothSpec = (service: string, objective: number): string =>
  stringify({
    version: "prometheus/v1",
    service,
    slos: [
      {
        name: "success",
        objective,
        sli: {
          events: {
            error_query: `sum(rate(${REQUESTS}{job="${service}",code=~"5.."}[{{.window}}]))`,
            total_query: `sum(rate(${REQUESTS}{job="${service}"}[{{.window}}]))`,
          },
        },
        alerting: { name: "ErrorBudgetBurn" },
      },
    ],
  });

/** What a real Sloth makes of the same promises, by service. */
export function slothRules(
  program: string,
  dir: string,
  slos: readonly Slo[],
): ReadonlyMap<string, readonly Rule[]> {
  const [specs, out] = [join(dir, "specs"), join(dir, "sloth")];
  for (const folder of [specs, out]) mkdirSync(folder);
  for (const { service, objective } of slos) {
    const spec = slothSpec(service.name, objective.targetPercent.toNumber());
    writeFileSync(join(specs, `${service.name}.yml`), spec);
  }
  const ran = spawnSync(program, ["generate", "-i", specs, "-o", out], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`sloth generate failed: ${ran.stderr}`);
  return new Map(slos.map(({ service: { name } }) => [name, rulesIn(join(out, `${name}.yml`))]));
}

function rulesIn(file: string): Rule[] {
  const { groups } = parse(readFileSync(file, "utf8")) as { groups: { rules: Rule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}
