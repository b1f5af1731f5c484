import type { FieldMatch, NumberRange } from "../../../model/events/declaration";
import type { Subscription } from "../../../model/events/settled";

type Pattern = { [key: string]: Pattern | unknown[] };

/**
 * Which events of a bus a rule is for. What was published stands in `detail`, a CloudEvent whose own `data` is filtered.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export const eventPattern = ({ service, events, filter }: Subscription): string =>
  JSON.stringify({
    source: [service],
    "detail-type": events,
    ...(Object.keys(filter).length > 0 && { detail: { data: fieldsOf(filter) } }),
  });

/**
 * Which events of a topic come to a subscriber, by the CloudEvent itself. SNS knows fewer conditions than EventBridge, and those of
 * the declaration among them.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering.html
 */
export const filterPolicy = ({ events, filter }: Subscription): string =>
  JSON.stringify({
    type: events,
    ...(Object.keys(filter).length > 0 && { data: fieldsOf(filter) }),
  });

/** `{ "customer.tier": ["gold"] }` → `{ customer: { tier: ["gold"] } }`, with conditions as AWS writes them. */
function fieldsOf(filter: Subscription["filter"]): Pattern {
  const pattern: Pattern = {};
  for (const [field, matches] of Object.entries(filter)) {
    const path = field.split(".");
    const last = path.pop() ?? field;
    let at = pattern;
    for (const part of path) at = (at[part] ??= {}) as Pattern;
    at[last] = matches.map(condition);
  }
  return pattern;
}

function condition(match: FieldMatch): unknown {
  if (typeof match !== "object" || match === null) return match;
  if ("not" in match) return { "anything-but": match.not };
  if ("prefix" in match || "suffix" in match || "exists" in match) return match;
  return { numeric: range(match) };
}

const range = (bounds: NumberRange): unknown[] => [
  ...(bounds.minimum === undefined ? [] : [">=", bounds.minimum]),
  ...(bounds.exclusiveMinimum === undefined ? [] : [">", bounds.exclusiveMinimum]),
  ...(bounds.maximum === undefined ? [] : ["<=", bounds.maximum]),
  ...(bounds.exclusiveMaximum === undefined ? [] : ["<", bounds.exclusiveMaximum]),
];
