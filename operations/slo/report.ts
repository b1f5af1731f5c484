import type { Decimal } from "decimal.js";
import { badInBudget, fewestBadEvents } from "../../dashboards/slo/guard";
import { unitOf } from "../../dashboards/slo/sli";
import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { timeToPage } from "../../dashboards/slo/tests/outage";
import { secondsToExhaustion, type BurnTier } from "../../model/burn";
import { formatDuration } from "../../model/duration";
import type { Indicator } from "../../model/indicators";
import { servicesEverywhere } from "../../model/cells/view";
import type { Environment } from "../../model/settle";
import { UserError } from "../cli/errors";

/** What `plinth slo --json` prints; docs/slo.md describes each field. */
export interface SloReport {
  readonly schema: "plinth.slo/v1";
  /** By environment, service and objective, as declared. */
  readonly slos: readonly SloFacts[];
}

export interface SloFacts {
  /** `<service>-<objective>`, the label `sloth_id`. */
  readonly id: string;
  readonly environment: string;
  readonly cell: string;
  readonly service: string;
  readonly objective: string;
  readonly sli: Indicator;
  readonly targetPercent: number;
  /** The period: `30d`, or `month` for the calendar's. */
  readonly window: string;
  /** What is counted: good and bad events or requests, or minutes. */
  readonly unit: ReturnType<typeof unitOf>;
  readonly budget: {
    readonly percent: number;
    /** Events, requests or minutes that may be bad in the window, at the declared traffic. */
    readonly bad: number;
  };
  /** Fastest first. */
  readonly tiers: readonly TierFacts[];
  /** Everything fails after clean hours. */
  readonly totalOutage: {
    /** From the first minute in which the signal shows it. */
    readonly minutesToPage: number;
    /** What the rules have counted when they page, of the budget; over 100 where it is all gone. */
    readonly budgetSpentPercent: number;
  };
}

export interface TierFacts {
  readonly name: BurnTier["name"];
  readonly severity: BurnTier["severity"];
  readonly shortWindow: string;
  readonly longWindow: string;
  readonly factor: number;
  /** Share of bad ones, in both windows, above which it alerts. */
  readonly abovePercent: number;
  readonly leastBad: number;
  /** Spent when it fires, of a budget that was whole. */
  readonly budgetSpentPercent: number;
  /** How long a budget lasts that burns at this factor: `50h`. */
  readonly exhaustedIn: string;
}

export interface Wanted {
  readonly service?: string;
  readonly environment?: string;
}

/** @throws UserError for a service or an environment that nobody declared */
export function reportSlos(environments: readonly Environment[], wanted: Wanted = {}): SloReport {
  const chosen = environments.filter(({ name }) => (wanted.environment ?? name) === name);
  if (chosen.length === 0 && wanted.environment !== undefined) {
    throw unknown("--env", wanted.environment, environments);
  }
  const services = chosen.flatMap((environment) =>
    servicesEverywhere(environment).map((service) => ({ environment, service })),
  );
  const found = services.filter(({ service }) => (wanted.service ?? service.name) === service.name);
  if (found.length === 0 && wanted.service !== undefined) {
    const declared = services.map(({ service }) => service);
    throw unknown("service", wanted.service, declared);
  }
  return {
    schema: "plinth.slo/v1",
    slos: found.flatMap(({ environment, service }) => slosOf(service, environment).map(factsOf)),
  };
}

function unknown(
  what: string,
  got: string | undefined,
  declared: readonly { readonly name: string }[],
): UserError {
  const names = [...new Set(declared.map(({ name }) => name))].join(", ") || "none";
  return new UserError(`${what}: expected one that is declared (${names}), got "${got ?? ""}"`);
}

/** Four digits are enough to read and compare. */
const rounded = (value: Decimal): number => value.toSignificantDigits(4).toNumber();

function factsOf(slo: Slo): SloFacts {
  const { service, objective, sli } = slo;
  const page = timeToPage(slo);
  return {
    id: slo.id,
    environment: service.environment,
    cell: service.cell,
    service: service.name,
    objective: objective.name,
    sli: objective.sli,
    targetPercent: objective.targetPercent.toNumber(),
    window: objective.window,
    unit: unitOf(sli),
    budget: {
      percent: objective.budget.times(100).toNumber(),
      bad: badInBudget(slo).toNumber(),
    },
    tiers: slo.tiers.map((tier) => tierFacts(slo, tier)),
    totalOutage: {
      minutesToPage: page.minutes,
      budgetSpentPercent: rounded(page.budgetSpent.times(100)),
    },
  };
}

const tierFacts = (slo: Slo, tier: BurnTier): TierFacts => ({
  name: tier.name,
  severity: tier.severity,
  shortWindow: tier.shortWindow,
  longWindow: tier.longWindow,
  factor: tier.factor.toNumber(),
  abovePercent: slo.objective.budget.times(tier.factor).times(100).toNumber(),
  leastBad: fewestBadEvents(slo, tier),
  budgetSpentPercent: tier.budgetPercent.toNumber(),
  exhaustedIn: formatDuration(secondsToExhaustion(slo.objective.window, tier)),
});
