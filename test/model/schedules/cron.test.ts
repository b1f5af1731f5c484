import { cronProblem, leastGapSeconds, longestGapSeconds } from "../../../model/schedules/cron";

test.each([
  "0 3 * * ? *",
  "0/15 8-17 ? * MON-FRI *",
  "*/5 * * * ? *",
  "15 10 ? * 6L 2022-2030",
  "0 12 LW 1,4,7,10 ? *",
  "0 0 15W JAN-MAR ? *",
  "30 6 ? * 3#2 *",
  "0 10 ? * L *",
  "0,30 0-23/2 1,31 * ? *",
  "0 0 29 2 ? *",
])("%s is a cron expression of Scheduler", (cron) => {
  expect(cronProblem(cron)).toBe(undefined);
});

test.each([
  ["0 3 * * *", "six fields"],
  ["0  3 * * ? *", "six fields"],
  ["cron(0 3 * * ? *)", "minutes"],
  ["60 3 * * ? *", "minutes of 0-59"],
  ["5-1 3 * * ? *", "minutes of 0-59"],
  ["0/0 3 * * ? *", "minutes of 0-59"],
  ["*-5 3 * * ? *", "minutes of 0-59"],
  ["0 24 * * ? *", "hours of 0-23"],
  ["0 3 32 * ? *", "days of the month of 1-31"],
  ["0 3 L,15W * ? *", "days of the month of 1-31"],
  ["0 3 ? 13 MON *", "months of 1-12"],
  ["0 3 ? jan MON *", "months of 1-12"],
  ["0 3 ? * 0 *", "days of the week of 1-7"],
  ["0 3 ? * MON#6 *", "days of the week of 1-7"],
  ["0 3 ? * 3#1,6#3 *", "days of the week of 1-7"],
  ["0 3 * * ? 1969", "years of 1970-2199"],
])("%s is none", (cron, wrong) => {
  expect(cronProblem(cron)).toContain(`expected ${wrong}`);
});

test("a problem says what is expected, whole", () => {
  expect(cronProblem("0 3 * * *")).toBe(
    'expected six fields, each after one space (minutes, hours, days of the month, months, days of the week, years), such as "0 3 * * ? *", got "0 3 * * *"',
  );
  expect(cronProblem("0 24 * * ? *")).toBe('expected hours of 0-23 such as 3 or 8-17, got "24"');
});

test.each(["0 3 * * * *", "0 3 ? * ? *", "0 3 1 * MON *"])(
  "%s leaves open which field of days counts",
  (cron) => {
    expect(cronProblem(cron)).toBe(
      `expected ? as the days of the month or as the days of the week, and not as both, got "${cron}"`,
    );
  },
);

test.each(["0 0 30 2 ? *", "0 0 31 APR,JUN ? *"])("%s never comes", (cron) => {
  expect(cronProblem(cron)).toBe(
    `expected a day that one of its months has, got "${cron}", which never comes`,
  );
});

test.each([
  ["0 3 * * ? *", 86_400],
  ["0/15 * * * ? *", 900],
  ["0,50 3 1 * ? *", 3_000],
  ["0 1,23 * * ? *", 7_200],
  ["0 1,23 ? * MON *", 79_200],
  ["0 1,23 ? * MON-FRI *", 7_200],
  ["0 1,23 ? * SUN,SAT *", 7_200],
  ["0 1,23 1,15 * ? *", 79_200],
  ["0 1,23 1,31 * ? *", 7_200],
  ["0 3 1 * ? *", undefined],
])("from one moment of %s to the next it is at least %s s", (cron, gap) => {
  expect(leastGapSeconds(cron)).toBe(gap);
});

test.each([
  ["0 3 * * ? *", 86_400],
  ["0/15 * * * ? *", 900],
  ["0 1,23 * * ? *", 79_200],
  ["0 3 ? * MON-FRI *", undefined],
  ["0 3 1 * ? *", undefined],
  ["0 3 * 1-6 ? *", undefined],
])("from one moment of %s to the next it is at most %s s", (cron, gap) => {
  expect(longestGapSeconds(cron)).toBe(gap);
});
