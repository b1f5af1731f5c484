import type { AlarmMath } from "../../../model/rollout/alarm_math";

/** What CloudWatch has of a metric, minute by minute; `undefined`: no datapoint. */
export type Minutes = readonly (number | undefined)[];

/** Metrics by the id that an alarm gives them. */
export type Series = Readonly<Record<string, Minutes>>;

/**
 * Whether an alarm rings at the end of a minute, and of each before: as CloudWatch evaluates it, by the subset of metric math that
 * Plinth writes. Of a period longer than a minute, each window slides by a minute.
 */
export function rings(math: AlarmMath, series: Series, minutes: number): boolean[] {
  const period = math.periodSeconds / 60;
  const breaches = Array.from({ length: minutes }, (_, last) => {
    const value = valueAt(math, series, last, period);
    return value !== undefined && value > math.threshold;
  });
  return breaches.map((_, last) => {
    const from = Math.max(0, last - math.evaluationPeriods + 1);
    return breaches.slice(from, last + 1).filter(Boolean).length >= math.datapointsToAlarm;
  });
}

/** The last expression over the window that ends with a minute. */
function valueAt(math: AlarmMath, series: Series, last: number, period: number) {
  const values: Record<string, number | undefined> = {};
  for (const [id, signal] of Object.entries(math.metrics)) {
    const window = series[id]?.slice(Math.max(0, last - period + 1), last + 1) ?? [];
    const known = window.filter((value) => value !== undefined);
    const sums = signal.statistic === "Sum";
    if (!sums && period !== 1) throw new Error(`${id}: only sums are known of longer windows`);
    values[id] = known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
  }
  let value: number | undefined;
  for (const [id, expression] of Object.entries(math.expressions))
    values[id] = value = new Parser(expression, values).whole();
  return value;
}

type Value = number | undefined;

/** `IF`, `FILL`, `+ - * /`, `> < >=`, numbers and ids; what one side does not know, the whole does not. */
class Parser {
  private readonly tokens: string[];
  private at = 0;

  constructor(
    text: string,
    private readonly values: Readonly<Record<string, Value>>,
  ) {
    this.tokens = text.match(/[A-Za-z]\w*|\d+(\.\d+)?|>=|[-+*/()<>,]/g) ?? [];
    if (this.tokens.join("") !== text.replaceAll(" ", "")) throw new Error(`not read: ${text}`);
  }

  whole(): Value {
    const value = this.comparison();
    if (this.at !== this.tokens.length) throw new Error(`left over: ${this.tokens[this.at]}`);
    return value;
  }

  private comparison(): Value {
    return this.binary(["<", ">", ">="], () => this.sum());
  }

  private sum(): Value {
    return this.binary(["+", "-"], () => this.product());
  }

  private product(): Value {
    return this.binary(["*", "/"], () => this.operand());
  }

  private binary(operators: readonly string[], operand: () => Value): Value {
    let left = operand();
    while (operators.includes(this.tokens[this.at] ?? "")) {
      const operator = this.next();
      left = apply(operator, left, operand());
    }
    return left;
  }

  private operand(): Value {
    const token = this.next();
    if (token === "(") return this.closed(this.comparison());
    if (/^\d/.test(token)) return Number(token);
    if (token === "IF" || token === "FILL") return this.call(token);
    if (!(token in this.values)) throw new Error(`unknown: ${token}`);
    return this.values[token];
  }

  private call(name: "IF" | "FILL"): Value {
    this.expect("(");
    const given: Value[] = [this.comparison()];
    while (this.tokens[this.at] === ",") {
      this.next();
      given.push(this.comparison());
    }
    this.expect(")");
    const [first, second, third] = given;
    if (name === "FILL") return first ?? second;
    return first === undefined ? undefined : first ? second : third;
  }

  private closed(value: Value): Value {
    this.expect(")");
    return value;
  }

  private expect(token: string): void {
    if (this.next() !== token) throw new Error(`expected ${token}`);
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new Error("unexpected end");
    return token;
  }
}

function apply(operator: string, left: Value, right: Value): Value {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "<":
      return Number(left < right);
    case ">":
      return Number(left > right);
    default:
      return Number(left >= right);
  }
}
