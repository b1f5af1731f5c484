import { z } from "zod";
import { day, list, oneOf, pattern, serviceName, tagValue, text } from "../leaves";
import { shape, show } from "../problems";

const ruleId = pattern("a rule's id such as AWS-SQS-001", /^[A-Z]+(-[A-Z0-9]+)*-\d{3}$/);

const level = oneOf("advisory", "overridable", "hard");

const severity = oneOf("critical", "high", "medium", "low");

/** What is written under `enforcement`, field by field. */
export const enforcementShape = shape({
  levels: shape({
    critical: level.optional(),
    high: level.optional(),
    medium: level.optional(),
    low: level.optional(),
  }).optional(),
  rules: z
    .record(ruleId, shape({ level: level.optional(), severity: severity.optional() }), {
      error: (issue) =>
        `expected settings by rule id such as AWS-SQS-001, got ${show(issue.input)}`,
    })
    .optional(),
});

/** What is written under `exemptions`. */
export const exemptionsShape = list(
  shape({
    rule: ruleId,
    address: text("a Terraform address"),
    stack: text("a stack's id"),
    owner: tagValue,
    reason: text("a reason"),
    ticket: text("a ticket"),
    expires: day,
    granted: day,
    fingerprint: pattern(
      "the 32 hexadecimal digits that the gate reports",
      /^[0-9a-f]{32}$/,
    ).optional(),
  }),
  "exemptions",
);

const freezeException = shape({
  service: serviceName.optional(),
  stack: text("a stack's id").optional(),
  intent: oneOf("security", "p0"),
  owner: text("a person or a team"),
  approver: text("a person or a team"),
  reason: text("a reason"),
  ticket: text("a ticket"),
  granted: day,
  expires: day,
});

/** What is written under `freezeExceptions`. */
export const freezeExceptionsShape = list(freezeException, "exceptions");
