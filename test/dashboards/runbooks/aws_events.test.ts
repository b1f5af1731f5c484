import { subscriptionRelief } from "../../../dashboards/runbooks/aws_events";
import { settle } from "../../../model/settle";
import { EVENTFUL, SCHEDULED, TOPICAL } from "../../constructs/support/events";

const reliefOf = (name: string): string =>
  [EVENTFUL, SCHEDULED, TOPICAL]
    .flatMap((environment) => settle(environment).services)
    .filter((service) => service.name === name)
    .flatMap((service) => subscriptionRelief(service, "us-east-1", "123456789012"))
    .join("\n");

test("what came by the bus is sent again to this service alone", () => {
  const relief = reliefOf("audit");
  expect(relief).toContain(
    "--event-source-arn arn:aws:events:us-east-1:123456789012:archive/dev-bus-c01-events",
  );
  expect(relief).toContain(
    `--destination '{"Arn":"arn:aws:events:us-east-1:123456789012:event-bus/dev-bus-c01-events","FilterArns":["arn:aws:events:us-east-1:123456789012:rule/dev-bus-c01-events/dev-bus-c01-audit-from-storefront"]}'`,
  );
  expect(relief).not.toContain("send-message");
});

test("what a topic could not put into the queue is given to it, in its group where order is kept", () => {
  const relief = reliefOf("ledger");
  expect(relief).toContain("--queue-name dev-sns-c01-ledger-undelivered.fifo");
  expect(relief).toContain("--queue-name dev-sns-c01-ledger-events.fifo");
  expect(relief).toContain("--message-group-id");
  expect(relief).not.toContain("start-replay");
  expect(reliefOf("prices")).not.toContain("--message-group-id");
});

test("what a schedule could not put into the queue is given to it, out of the call that Scheduler keeps", () => {
  const relief = reliefOf("reports");
  expect(relief).toContain("Give events that a schedule could not put into the queue to it;");
  expect(relief).toContain("--queue-name dev-sch-c01-reports-undelivered");
  expect(relief).toContain(`cut -f4- | jq -r '.MessageBody // tojson'`);
  expect(reliefOf("prices")).not.toContain("jq");
});

test("a service that subscribes to nothing has nothing of it", () => {
  expect(reliefOf("storefront")).toBe("");
});
