import type { Environment } from "../../model/settle";
import type { TestCase } from "../slo/tests/test_case";
import { input } from "../slo/tests/worlds";
import {
  OUTBOX_REASONS,
  outboxSeries,
  outboxTicket,
  watchedOutboxes,
  type OutboxReason,
  type WatchedOutbox,
} from "./outbox";
import { expectTickets } from "./ticket";

/** Minutes in which all is well, before and after it is not. */
const CALM = 5;

/** Minutes for which it is not, beyond what a ticket waits for. */
const TROUBLE = 10;

/** The tickets' own tests, for `promtool test rules`. */
export const outboxCases = (environment: Environment): TestCase[] =>
  watchedOutboxes(environment).flatMap((watched) =>
    OUTBOX_REASONS.map((reason) => caseOf(watched, reason, environment)),
  );

function caseOf(watched: WatchedOutbox, reason: OutboxReason, environment: Environment): TestCase {
  const { minutes, over, name } = reason;
  // Lambda waits between two tries, and nothing is measured in between: every other minute is well.
  const troubled = Array.from({ length: minutes + TROUBLE }, (_, minute) =>
    minutes > 0 && minute % 2 === 1 ? 0 : over + 1,
  );
  const all = (value: number, count: number) => Array.from({ length: count }, () => value);
  const expect = (minute: number, fires: boolean) =>
    expectTickets(
      ...([watched.alert, `${minute}m`, fires ? [outboxTicket(watched, reason)] : []] as const),
      environment,
    );
  const end = CALM + troubled.length + Math.max(minutes - 1, 0);
  const neighbour = {
    ...watched,
    service: { ...watched.service, name: `other-${watched.service.name}` },
  };
  return {
    name: `${watched.alert}: ${name} is told after ${minutes} minutes, until it is over${minutes > 0 ? ` for ${minutes}` : ""}`,
    interval: "1m",
    input_series: [
      input(outboxSeries(watched, reason), [
        ...all(over, CALM),
        ...troubled,
        ...all(over, minutes + CALM),
      ]),
      input(outboxSeries(neighbour, reason), all(over + 1, 2 * CALM + minutes + troubled.length)),
    ],
    alert_rule_test: [
      expect(CALM - 1, false),
      ...(minutes > 0 ? [expect(CALM + minutes - 1, false)] : []),
      expect(CALM + minutes, true),
      expect(end - 1, true),
      expect(end, false),
    ],
  };
}
