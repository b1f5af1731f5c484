import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import type { Slo } from "../../../dashboards/slo/slo";
import { rulesWith, type Rule } from "../rules";
import type { Contender } from "./contender";
import { REQUESTS, requestsOf } from "./requests";

/** What `tools/pyrra` writes of an objective. */
interface Generated {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
  /** The query of Pyrra's page: it records no budget. */
  readonly remaining: string;
}

/** What a real Pyrra makes of the same promises, in their order. */
export function pyrras(program: string, dir: string, slos: readonly Slo[]): Contender[] {
  const [specs, out] = [join(dir, "pyrra-specs"), join(dir, "pyrra-rules")];
  for (const folder of [specs, out]) mkdirSync(folder);
  for (const slo of slos) writeFileSync(join(specs, `${slo.service.name}.yaml`), pyrraSpec(slo));
  const ran = spawnSync(program, [specs, out], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(`pyrra failed: ${ran.stderr}`);
  return slos.map(({ service: { name } }) => {
    const text = readFileSync(join(out, `${name}.json`), "utf8");
    return pyrra(name, JSON.parse(text) as Generated);
  });
}

const pyrra = (name: string, { groups, remaining }: Generated): Contender => ({
  name: "Pyrra",
  rules: rulesWith(
    groups.flatMap(({ rules }) => rules).filter(({ record }) => record !== INCREASE),
    ({ alert, labels }) => alert === "ErrorBudgetBurn" && labels?.["severity"] === "critical",
    budgetQuery(remaining),
  ),
  series: (trace) => requestsOf(name, trace),
});

const INCREASE = "http_requests:increase30d";

/** Recorded by code, so that what is selected of the record can be selected of the counter. */
const budgetQuery = (remaining: string): string =>
  remaining.replace(/http_requests:increase30d\{([^}]*)\}/g, (_, matchers: string) => {
    const own = matchers.split(",").filter((matcher) => !matcher.startsWith("slo="));
    return `sum by (code) (increase(${REQUESTS}{${own.join(",")}}[30d]))`;
  });

/** A Pyrra objective of the same promise. */
const pyrraSpec = ({ service: { name }, objective }: Slo): string =>
  stringify({
    apiVersion: "pyrra.dev/v1alpha1",
    kind: "ServiceLevelObjective",
    metadata: { name },
    spec: {
      target: objective.targetPercent.toString(),
      window: "30d",
      indicator: {
        ratio: {
          errors: { metric: `${REQUESTS}{job="${name}",code=~"5.."}` },
          total: { metric: `${REQUESTS}{job="${name}"}` },
        },
      },
    },
  });
