import { dev } from "../../environments/dev";
import type { Enforcement } from "../../model/gate/enforcement";
import { problemsOf, settle } from "../../model/settle";

const said = (enforcement: unknown) =>
  problemsOf({ ...dev, enforcement: enforcement as Enforcement }).map(
    ({ path, message }) => `${path}: ${message}`,
  );

test("silence sets nothing", () => {
  expect(settle(dev).enforcement).toEqual({});
});

test("levels by severity and settings by rule are what they say", () => {
  const enforcement: Enforcement = {
    levels: { critical: "hard", high: "hard", medium: "overridable", low: "advisory" },
    rules: { "AWS-SQS-001": { level: "advisory", severity: "low" }, "TF-BACKEND-001": {} },
  };
  expect(said(enforcement)).toEqual([]);
  expect(settle({ ...dev, enforcement }).enforcement).toEqual(enforcement);
});

test("each field says what it expects", () => {
  expect(said({ levels: { low: "soft", none: "hard" } })).toEqual([
    'dev.enforcement.levels.low: expected "advisory" or "overridable" or "hard", got "soft"',
    "dev.enforcement.levels.none: expected no such property; remove it or correct its name",
  ]);
  expect(
    said({ rules: { "AWS-SQS-001": { level: "off", severity: "huge", why: "x" } }, all: "hard" }),
  ).toEqual([
    'dev.enforcement.rules.AWS-SQS-001.level: expected "advisory" or "overridable" or "hard", got "off"',
    'dev.enforcement.rules.AWS-SQS-001.severity: expected "critical" or "high" or "medium" or "low", got "huge"',
    "dev.enforcement.rules.AWS-SQS-001.why: expected no such property; remove it or correct its name",
    "dev.enforcement.all: expected no such property; remove it or correct its name",
  ]);
  expect(said({ rules: { sqs: { level: "hard" } } })).toEqual([
    'dev.enforcement.rules.sqs: expected settings by rule id such as AWS-SQS-001, got "sqs"',
  ]);
});
