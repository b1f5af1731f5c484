import { slosOf, type Slo } from "../../dashboards/slo/slo";
import { series } from "../../model/names";
import { servicesEverywhere } from "../../model/cells/view";
import type { Environment } from "../../model/settle";
import { UserError } from "../cli/errors";
import type { Query, Sample } from "./prometheus";
import { stateOf, worst, type BudgetState, type Measured } from "./state";

/** What `plinth budget` writes and `plinth gate --budget` reads. */
export interface BudgetReport {
  readonly schema: "plinth.budget/v1";
  /** The moment of which it tells, ISO 8601. */
  readonly asOf: string;
  /** By the service's name, sorted. A service in several places has the worst state of them. */
  readonly services: Readonly<Record<string, ServiceBudget>>;
}

export interface ServiceBudget {
  readonly state: BudgetState;
  /** In the declared order. */
  readonly slos: readonly SloBudget[];
}

export interface SloBudget {
  /** `<service>-<objective>`, the label `sloth_id`; in several places, the worst of them. */
  readonly id: string;
  /** Share of the budget left, 1 is all; below 0 is overspent; null where the metric is missing. */
  readonly remaining: number | null;
  /** Burn rate over the last hour, 1 is sustainable; null where the metric is missing. */
  readonly burn: number | null;
  /** The period of the budget: `30d`, or `month` for the calendar's. */
  readonly window: string;
}

export interface BudgetOptions {
  readonly at: Date;
  /** What an SLO without its metric counts as; undefined: it is an error. */
  readonly missing: BudgetState | undefined;
}

/** Four digits after the point: a hundredth of a percent of the budget. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The window whose burn rate is shown. */
const SHOWN_WINDOW = "1h";

/**
 * The error budget of each service.
 *
 * @throws UserError naming each SLO without data, when `missing` does not say what that means
 */
export async function reportBudgets(
  environments: readonly Environment[],
  query: Query,
  { at, missing }: BudgetOptions,
): Promise<BudgetReport> {
  const slos = environments.flatMap((environment) =>
    servicesEverywhere(environment).flatMap((service) => slosOf(service, environment)),
  );
  const found = await measured(slos, query);
  const lost = slos.filter((slo) => !found.has(slo));
  if (lost.length > 0 && missing === undefined) throw unknown(lost);
  const judged = slos.map((slo) => judge(slo, found.get(slo), missing ?? "frozen"));
  const names = environments.flatMap(({ services }) => services.map(({ name }) => name));
  return { schema: "plinth.budget/v1", asOf: at.toISOString(), services: byService(names, judged) };
}

function unknown(lost: readonly Slo[]): UserError {
  const names = lost.map(({ id, service }) => `${id} (${service.environment}, ${service.cell})`);
  return new UserError(
    `no data for ${names.join(", ")}; are the rules loaded and the exporters scraped? --missing frozen, caution or ok says what that shall mean`,
  );
}

/** An SLO in one place, and what its budget means there. */
interface Judged {
  readonly service: string;
  readonly state: BudgetState;
  readonly budget: SloBudget;
}

function judge(slo: Slo, found: Measured | undefined, missing: BudgetState): Judged {
  const { id, service, objective, tiers } = slo;
  return {
    service: service.name,
    state: found === undefined ? missing : stateOf(found, tiers),
    budget: {
      id,
      remaining: found === undefined ? null : rounded(found.remaining),
      burn: found === undefined ? null : rounded(found.burn[SHOWN_WINDOW] ?? 0),
      window: objective.window,
    },
  };
}

/** One that promises nothing is among them, and ok: to the gate, what is not named is unknown. */
function byService(
  names: readonly string[],
  judged: readonly Judged[],
): Record<string, ServiceBudget> {
  const services = grouped(judged, ({ service }) => service);
  const all = [...new Set(names)].sort();
  return Object.fromEntries(all.map((name) => [name, serviceBudget(services.get(name) ?? [])]));
}

function serviceBudget(judged: readonly Judged[]): ServiceBudget {
  const places = grouped(judged, ({ budget }) => budget.id);
  return {
    state: worst(judged.map(({ state }) => state)),
    slos: [...places.values()].flatMap((list) => list.map(({ budget }) => budget).reduce(worse)),
  };
}

/** What is not known is worse than anything that is. */
function worse(one: SloBudget, other: SloBudget): SloBudget {
  const known = (a: number | null, b: number | null, pick: (a: number, b: number) => number) =>
    a === null || b === null ? null : pick(a, b);
  return {
    ...one,
    remaining: known(one.remaining, other.remaining, Math.min),
    burn: known(one.burn, other.burn, Math.max),
  };
}

function grouped<T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** One query, however many SLOs there are. */
async function measured(slos: readonly Slo[], query: Query): Promise<Map<Slo, Measured>> {
  if (slos.length === 0) return new Map();
  const windows = burnWindows(slos);
  const names = [series.budgetRemaining, ...windows.map(series.errorRatio)];
  const samples = index(await query(`{__name__=~"${names.join("|")}"}`));
  const found = new Map<Slo, Measured>();
  for (const slo of slos) {
    const value = (name: string) => samples.get(keyOf(name, slo.labels));
    const remaining = value(series.budgetRemaining);
    const burn = windows.map((window) => [window, burnOf(slo, value(series.errorRatio(window)))]);
    if (remaining !== undefined) found.set(slo, { remaining, burn: Object.fromEntries(burn) });
  }
  return found;
}

/** Of the tiers that page; a window without data burns nothing that an alert could see. */
const burnWindows = (slos: readonly Slo[]): string[] => [
  ...new Set(
    slos
      .flatMap(({ tiers }) => tiers)
      .filter(({ severity }) => severity === "page")
      .flatMap(({ shortWindow, longWindow }) => [shortWindow, longWindow]),
  ),
];

const burnOf = ({ objective }: Slo, ratio: number | undefined): number =>
  (ratio ?? 0) / objective.budget.toNumber();

/** The worst of series that differ only in other labels, replicas for example. NaN tells nothing. */
function index(samples: readonly Sample[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { labels, value } of samples) {
    if (Number.isNaN(value)) continue;
    const name = labels["__name__"] ?? "";
    const key = keyOf(name, labels);
    const worse = name === series.budgetRemaining ? Math.min : Math.max;
    found.set(key, worse(value, found.get(key) ?? value));
  }
  return found;
}

function keyOf(name: string, labels: Readonly<Record<string, string>>): string {
  return [name, labels["sloth_id"], labels["environment"], labels["cell"]].join("\n");
}
