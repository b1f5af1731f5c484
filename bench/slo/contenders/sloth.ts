import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import type { Slo } from "../../../dashboards/slo/slo";
import { rulesOf, type Rule } from "../rules";
import type { Contender } from "./contender";
import { REQUESTS, requestsOf } from "./requests";

/** What a real Sloth makes of the same promises, in their order. */
export function sloths(program: string, dir: string, slos: readonly Slo[]): Contender[] {
  const [specs, out] = [join(dir, "sloth-specs"), join(dir, "sloth-rules")];
  for (const folder of [specs, out]) mkdirSync(folder);
  for (const { service, objective } of slos) {
    const spec = slothSpec(service.name, objective.targetPercent.toNumber());
    writeFileSync(join(specs, `${service.name}.yml`), spec);
  }
  const ran = spawnSync(program, ["generate", "-i", specs, "-o", out], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`sloth generate failed: ${ran.stderr}`);
  return slos.map(({ service: { name } }) => sloth(name, rulesIn(join(out, `${name}.yml`))));
}

const sloth = (name: string, rules: readonly Rule[]): Contender => ({
  name: "Sloth",
  rules: rulesOf(rules),
  series: (trace) => requestsOf(name, trace),
});

function rulesIn(file: string): Rule[] {
  const { groups } = parse(readFileSync(file, "utf8")) as { groups: { rules: Rule[] }[] };
  return groups.flatMap(({ rules }) => rules);
}

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
