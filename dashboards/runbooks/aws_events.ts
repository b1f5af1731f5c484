import { awsEventBusNames } from "../../model/events/names";
import type { Subscription } from "../../model/events/settled";
import { awsNames } from "../../model/names";
import { isEventDriven, isOrdered, schedulesOf, type Service } from "../../model/service";
import { placeOf } from "../resources";
import { code } from "./page";

/** How events come again into a service's queue: those that could not be put there, and those of others that were handled wrongly. */
export function subscriptionRelief(service: Service, region: string, account: string): string[] {
  const subscriptions = isEventDriven(service) ? service.workload.subscriptions : [];
  const senders = [
    ...(subscriptions.some(({ via }) => via !== "bus") ? ["a topic"] : []),
    ...(schedulesOf(service).length > 0 ? ["a schedule"] : []),
  ];
  return [
    ...(senders.length > 0 ? redrive(service, region, senders.join(" or ")) : []),
    ...subscriptions
      .filter(({ via }) => via === "bus")
      .flatMap((one) => replay(one, service, { region, account })),
  ];
}

/**
 * One by one: SQS moves by itself only what it set aside.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
function redrive(service: Service, region: string, sender: string): string[] {
  const { queue, events } = awsNames(placeOf(service));
  const url = (name: string): string =>
    `"$(aws sqs get-queue-url --region ${region} --queue-name ${name} --query QueueUrl --output text)"`;
  const group = isOrdered(service) ? ' --message-group-id "$(printf %s "$m" | cut -f2)"' : "";
  const woken = schedulesOf(service).length > 0;
  // Scheduler may keep the call that it made, and not the event alone.
  const body = `"$(printf %s "$m" | cut -f4-${woken ? " | jq -r '.MessageBody // tojson'" : ""})"`;
  return [
    `Give events that ${sender} could not put into the queue to it; those that the bus could not are passed over, and replayed.${woken ? " Those of a schedule are a day late by then: delete what is not wanted any more." : ""}`,
    ...code(
      "sh",
      `from=${url(events.undeliveredQueue)}`,
      `to=${url(queue)}`,
      `while m="$(aws sqs receive-message --region ${region} --queue-url "$from" --attribute-names MessageGroupId \\`,
      `  --message-attribute-names RULE_ARN --visibility-timeout 600 \\`,
      `  --query 'Messages[0].[ReceiptHandle,Attributes.MessageGroupId,MessageAttributes.RULE_ARN.StringValue,Body]' --output text)" && [ "$m" != None ]; do`,
      `  [ "$(printf %s "$m" | cut -f3)" = None ] || continue`,
      `  aws sqs send-message --region ${region} --queue-url "$to"${group} --message-body ${body} &&`,
      `    aws sqs delete-message --region ${region} --queue-url "$from" --receipt-handle "$(printf %s "$m" | cut -f1)" || break`,
      "done",
    ),
  ];
}

/** To this service alone: by the rule, which the others do not have. */
function replay(
  { service: publisher }: Subscription,
  service: Service,
  { region, account }: { readonly region: string; readonly account: string },
): string[] {
  const { bus, archive } = awsEventBusNames(service.environment, service.cell);
  const rule = awsNames(placeOf(service)).events.rule(publisher);
  const arn = (resource: string): string => `arn:aws:events:${region}:${account}:${resource}`;
  return [
    `Have what ${publisher} published in a time sent to this service again, handled or not, as far back as the archive of the bus goes; order is not kept:`,
    ...code(
      "sh",
      `aws events start-replay --region ${region} --replay-name ${service.name}-$(date +%s) \\`,
      `  --event-source-arn ${arn(`archive/${archive}`)} \\`,
      "  --event-start-time START --event-end-time END \\",
      `  --destination '${JSON.stringify({ Arn: arn(`event-bus/${bus}`), FilterArns: [arn(`rule/${bus}/${rule}`)] })}'`,
    ),
  ];
}
