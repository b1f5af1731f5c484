import { formatDuration } from "../../model/duration";
import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import type { Reason } from "./reasons";
import { expectTickets, type Ticket } from "./ticket";

/** A ticket on a number that has been too high for so long. */
export interface Over {
  readonly ticket: Ticket;
  readonly reason: Pick<Reason, "over" | "minutes">;
  /** What it is called in its test. */
  readonly title: string;
  readonly own: Parameters<typeof input>[0];
  /** Of another resource, which is far over all the time; `@default` - there is none of its own. */
  readonly neighbour?: Parameters<typeof input>[0] | undefined;
}

/** Minutes in which the number is what it may be at most, before it is more and after it was. */
const CALM = 5;

/** Up to its limit it is silent; a little more is told when it has lasted, and no longer than it lasts. */
export function overTest(watched: Over, environment: Environment): TestCase {
  const { ticket, title, own, neighbour } = watched;
  const { over, minutes } = watched.reason;
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const more = over === 0 ? 0.01 : over * 1.001;
  const expect = (minute: number, fires: boolean) =>
    expectTickets(ticket.alert, formatDuration(60 * minute), fires ? [ticket] : [], environment);
  return {
    name: `${title}: more than allowed is told after ${minutes} minutes, and until it is over`,
    interval: "1m",
    input_series: [
      input(own, [...all(over, CALM), ...all(more, minutes + 2), ...all(over, CALM)]),
      ...(neighbour ? [input(neighbour, all(1_000 * more, 2 * CALM + minutes + 2))] : []),
    ],
    alert_rule_test: [
      expect(CALM - 1, false),
      expect(CALM + minutes - 1, false),
      expect(CALM + minutes, true),
      expect(CALM + minutes + 1, true),
      expect(CALM + minutes + 2, false),
    ],
  };
}
