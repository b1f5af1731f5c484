import { dev } from "../../../environments/dev";
import type { EnvironmentDeclaration } from "../../../model/environment";
import { isDeliveredTo, schedulesOf } from "../../../model/service";
import { problemsOf, settle } from "../../../model/settle";
import { scheduledEvent } from "../../../model/schedules/settled";
import { NIGHTLY, REPORTS, SCHEDULED, subscriber } from "../../constructs/support/events";
import { onAws, onGoogle } from "../fixtures";

const AT = "orders.workload.schedules";
const wrong = (schedule: unknown): string[] => onAws("workload.schedules", { nightly: schedule });

test("schedules are settled by name, with a time zone and an expression of Scheduler's", () => {
  const [reports] = settle(SCHEDULED).services;
  expect(isDeliveredTo(reports!)).toBe(true);
  expect(schedulesOf(reports!)).toEqual([
    {
      ...{ name: "heartbeat", expression: "rate(5 minutes)", timeZone: "UTC", data: {} },
      ...{ flexibleMinutes: undefined, longestSeconds: 300 },
    },
    {
      ...{ name: "nightly-report", expression: "cron(0 3 * * ? *)", timeZone: "Europe/Berlin" },
      ...{ data: { kind: "daily" }, flexibleMinutes: 15, longestSeconds: 86_400 },
    },
  ]);
});

test.each([
  ["1m", "rate(1 minute)"],
  ["60m", "rate(1 hour)"],
  ["90m", "rate(90 minutes)"],
  ["2d", "rate(2 days)"],
])("a rate of %s is %s", (rate, expression) => {
  const [service] = settle({
    ...dev,
    services: [subscriber("ticks", { schedules: { tick: { rate: rate as "1m" } } })],
  }).services;
  expect(schedulesOf(service!)[0]?.expression).toBe(expression);
});

test("an event of a schedule has the same id whenever Scheduler sends it again", () => {
  const [, nightly] = schedulesOf(settle(SCHEDULED).services[0]!);
  expect(JSON.parse(scheduledEvent("reports", nightly!))).toEqual({
    specversion: "1.0",
    id: "nightly-report-<aws.scheduler.scheduled-time>",
    source: "reports",
    type: "nightly-report",
    time: "<aws.scheduler.scheduled-time>",
    data: { kind: "daily" },
  });
});

test("a schedule has one of cron and rate, and a time zone beside cron alone", () => {
  expect(wrong({})).toEqual([`${AT}.nightly: expected one of \`cron\` and \`rate\`, got none`]);
  expect(wrong({ ...NIGHTLY, rate: "5m" })).toEqual([
    `${AT}.nightly: expected one of \`cron\` and \`rate\`, got both`,
  ]);
  expect(wrong({ rate: "5m", timeZone: "UTC" })).toEqual([
    `${AT}.nightly.timeZone: expected none beside \`rate\`, which counts from when the schedule is made; use \`cron\` for a time of the day, got "UTC"`,
  ]);
});

test.each([
  ["rate", { rate: "30s" }, 'expected a duration from "1m" to "365d", got "30s"'],
  ["rate", { rate: "90s" }, 'expected whole minutes, got "90s"'],
  [
    "timeZone",
    { ...NIGHTLY, timeZone: "Berlin" },
    'expected a time zone such as Europe/Berlin, got "Berlin"',
  ],
  [
    "timeZone",
    { ...NIGHTLY, timeZone: "+01:00" },
    'expected a time zone such as Europe/Berlin, got "+01:00"',
  ],
  [
    "timeZone",
    { ...NIGHTLY, timeZone: "Europe/Atlantis" },
    'expected a time zone such as Europe/Berlin, got "Europe/Atlantis"',
  ],
  [
    "payload",
    { ...NIGHTLY, payload: "daily" },
    `expected an object, the event's data, got "daily"`,
  ],
  [
    "flexibleWindow",
    { ...NIGHTLY, flexibleWindow: "25h" },
    'expected a duration from "1m" to "24h", got "25h"',
  ],
  [
    "cron",
    { cron: "0 3 * *" },
    'expected six fields, each after one space (minutes, hours, days of the month, months, days of the week, years), such as "0 3 * * ? *", got "0 3 * *"',
  ],
  [
    "flexibleWindow",
    { rate: "5m", flexibleWindow: "6m" },
    'expected at most "5m", the least time from one moment to the next, got "6m"',
  ],
  [
    "flexibleWindow",
    { cron: "0/15 * * * ? *", flexibleWindow: "1h" },
    'expected at most "15m", the least time from one moment to the next, got "1h"',
  ],
])("a wrong %s of a schedule is told", (field, schedule, message) => {
  expect(wrong(schedule)).toEqual([`${AT}.nightly.${field}: ${message}`]);
});

test("every time zone of the database is taken, and a window as long as the time between", () => {
  for (const timeZone of ["UTC", "Asia/Kolkata", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
    expect(wrong({ ...NIGHTLY, timeZone })).toEqual([]);
  expect(wrong({ rate: "5m", flexibleWindow: "5m" })).toEqual([]);
  expect(wrong({ cron: "0 3 1 * ? *", flexibleWindow: "24h" })).toEqual([]);
});

test("a schedule's name is that of its event", () => {
  expect(onAws("workload.schedules", { Nightly: NIGHTLY })).toEqual([
    `${AT}.Nightly: expected 1 to 30 lower-case letters, digits and dashes, starting with a letter, got "Nightly"`,
  ]);
  expect(onAws("workload.schedules", [])).toEqual([
    `${AT}: expected an object of schedules by name`,
  ]);
});

test("an event is what Scheduler can send", () => {
  expect(wrong({ ...NIGHTLY, payload: { text: "ä".repeat(131_072) } })).toEqual([
    `${AT}.nightly.payload: expected an event of at most 262144 bytes, which is what Scheduler sends, got 262305; keep the data in a store and name it`,
  ]);
});

test("an ordered queue is not woken: Scheduler could set nothing aside", () => {
  const ordered = subscriber("orders", {
    queue: { ordered: true },
    schedules: { nightly: NIGHTLY },
  });
  const environment: EnvironmentDeclaration = { ...dev, services: [ordered] };
  expect(problemsOf(environment).map(({ path, message }) => `${path}: ${message}`)).toEqual([
    `${AT}: expected none, as the queue is ordered: what Scheduler cannot deliver it puts into queues that are not, and nowhere else; leave the queue's \`ordered\` out, or let another service be woken, got ["nightly"]`,
  ]);
});

test("schedules are a problem on Google Cloud", () => {
  expect(onGoogle("workload.schedules", { nightly: NIGHTLY })).toEqual([
    `${AT}: expected none on Google Cloud (dev-gcp), where schedules are not built yet (docs/clouds.md); list the service in environments on AWS only, got ["nightly"]`,
  ]);
});

test("who declares none is woken by events alone", () => {
  const [quiet] = settle({ ...dev, services: [subscriber("quiet", {})] }).services;
  expect(schedulesOf(quiet!)).toEqual([]);
  expect(isDeliveredTo(quiet!)).toBe(false);
  expect(REPORTS.workload.kind).toBe("eventDriven");
});
