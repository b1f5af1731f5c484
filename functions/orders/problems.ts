import type * as z from "zod";

type Issue = z.core.$ZodIssue;

const expectations: Partial<Record<string, (issue: Issue) => string>> = {
  invalid_type: (issue) =>
    `expected ${"expected" in issue ? String(issue.expected) : "another type"}`,
  too_small: (issue) => `expected at least ${"minimum" in issue ? String(issue.minimum) : "more"}`,
  too_big: (issue) => `expected at most ${"maximum" in issue ? String(issue.maximum) : "less"}`,
};

function expectation(issue: Issue, known: Readonly<Record<string, string>>): string {
  const path = issue.path.filter((part) => typeof part === "string").join(".");
  return known[path] ?? expectations[issue.code]?.(issue) ?? "not allowed";
}

/**
 * Says what is wrong and where, and never what was sent: the text goes to the log, the value
 * must not. zod's own messages are not used because some of them quote input.
 *
 * @param known what to say for a path whose rule is a pattern
 */
export function problems(
  root: string,
  error: z.ZodError,
  known: Readonly<Record<string, string>> = {},
): string {
  const where = ({ path }: Issue) => [root, ...path].filter((part) => part !== "").join(".");
  const one = (issue: Issue) => `${where(issue) || "body"}: ${expectation(issue, known)}`;
  return error.issues.map(one).join("; ");
}
