/**
 * Reads a filter pattern of CloudWatch Logs as AWS documents it, as far as ours go: JSON fields, joined by `&&`, that equal
 * a text or are over a number. No emulator reads these: ministack and moto take every line for a match.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function matches(pattern: string, line: string): boolean {
  const [, conditions = ""] = /^\{ (.+) \}$/.exec(pattern) ?? unread(pattern);
  const event = tryJson(line);
  return event !== undefined && conditions.split(" && ").every((one) => holds(one, event));
}

/** The value of a field such as `$.record.metrics`; undefined where there is none. */
export const fieldOf = (event: unknown, path: string): unknown =>
  path
    .split(".")
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], event);

function holds(condition: string, event: unknown): boolean {
  const [, path = "", operator, text = "", number = ""] =
    /^\((\$[\w.]+) (=|>) (?:"([^"]*)"|([\d.]+))\)$/.exec(condition) ?? unread(condition);
  const value = fieldOf(event, path);
  return operator === "=" ? value === text : typeof value === "number" && value > Number(number);
}

function unread(text: string): never {
  throw new Error(`the tests do not read this part of a filter pattern: ${text}`);
}

/** Lines that are no JSON match no pattern of fields. */
function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
