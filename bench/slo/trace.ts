/** Four days of a service, minute by minute: traffic by day and night, and what goes wrong. */
import { Random } from "./random";

export const MINUTES = 4 * 1_440;

export const KINDS = ["outage", "slow burn", "spike", "quiet night", "missing data"] as const;
export type Kind = (typeof KINDS)[number];

export interface Minute {
  readonly good: number;
  readonly bad: number;
  /** The exporter was not there; what happened shows when it is back. */
  readonly unseen: boolean;
}

export interface Trace {
  readonly kind: Kind;
  readonly minutes: readonly Minute[];
  /** Minutes in which something begins to go wrong. */
  readonly begins: readonly number[];
}

/** Share of the events that fail, and of the usual traffic that comes. */
interface Plan {
  readonly fails: Float64Array;
  readonly traffic: Float64Array;
  readonly unseen: Uint8Array;
  readonly begins: number[];
}

/** A trace of each kind in turn; the number is its seed. */
export function traceOf(number: number, budget: number, perMinute: number): Trace {
  const random = new Random(number + 1);
  const kind = KINDS[number % KINDS.length] ?? "outage";
  const plan = ordinary(random, budget);
  const times = random.whole(1, 3);
  for (let time = 0; time < times; time++) HAPPENS[kind](plan, random, budget);
  const minutes = Array.from({ length: MINUTES }, (_, minute) =>
    minuteOf(plan, minute, random, perMinute),
  );
  return { kind, minutes, begins: plan.begins };
}

/** Days with errors well within the budget, and quieter nights. */
function ordinary(random: Random, budget: number): Plan {
  const fails = new Float64Array(MINUTES).fill(budget * random.between(0, 0.4));
  const depth = random.between(0.3, 0.9);
  const traffic = Float64Array.from(
    { length: MINUTES },
    (_, minute) => 1 + depth * Math.sin((2 * Math.PI * minute) / 1_440),
  );
  return { fails, traffic, unseen: new Uint8Array(MINUTES), begins: [] };
}

/** Everything needs a first minute, which shows where counters start. */
function minuteOf(plan: Plan, minute: number, random: Random, perMinute: number): Minute {
  const events = Math.round(perMinute * (plan.traffic[minute] ?? 0));
  const bad = random.hits(events, plan.fails[minute] ?? 0);
  const unseen = plan.unseen[minute] === 1;
  return minute === 0 ? { good: 0, bad: 0, unseen } : { good: events - bad, bad, unseen };
}

const DAY = 1_440;

/** A share fails from a minute on. */
function fail({ fails, begins }: Plan, share: number, start: number, minutes: number): void {
  fails.fill(share, start, start + minutes);
  begins.push(start);
}

const HAPPENS: Readonly<Record<Kind, (plan: Plan, random: Random, budget: number) => void>> = {
  outage: (plan, random) => {
    const start = random.whole(DAY / 2, MINUTES - 240);
    fail(plan, random.between(0.2, 1), start, random.whole(5, 120));
  },
  "slow burn": (plan, random, budget) => {
    const start = random.whole(DAY / 2, MINUTES - DAY);
    fail(plan, budget * random.between(1.5, 20), start, random.whole(6, 24) * 60);
  },
  spike: (plan, random) => {
    const start = random.whole(DAY / 2, MINUTES - 240);
    fail(plan, random.between(0.3, 1), start, random.whole(1, 3));
  },
  "quiet night": (plan, random) => {
    const { traffic } = plan;
    const start = random.whole(DAY / 2, MINUTES - DAY);
    const end = start + random.whole(3, 9) * 60;
    traffic.fill(random.between(0, 0.01), start, end);
    traffic.fill(0, start + 60, start + 60 + random.whole(20, 60));
    fail(plan, random.between(0, 0.05), start, end - start);
  },
  /** A restart of the exporter, not over an hour's end, where the budget is compared; and an outage with it or not. */
  "missing data": (plan, random, budget) => {
    const start = random.whole(12, MINUTES / 60 - 12) * 60 + random.whole(5, 40);
    plan.unseen.fill(1, start, start + random.whole(2, 9));
    if (random.next() < 0.5) HAPPENS.outage(plan, random, budget);
  },
};
