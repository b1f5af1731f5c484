import { awsNames, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { placeOf } from "../resources";
import {
  OUTBOX_REASONS,
  outboxTicket,
  watchedOutboxes,
  type WatchedOutbox,
} from "../tickets/outbox";
import { escalation } from "./escalation";
import { code, HOURS_AGO, owner, renderPage, type Section } from "./page";

/** One runbook an outbox. */
export function renderOutboxRunbooks(environment: Environment): RenderedFile[] {
  const { declaration } = environment;
  if (declaration.cloud !== "aws") return [];
  return watchedOutboxes(environment).map((watched) => ({
    path: files.runbook(watched.alert),
    text: renderPage(watched.alert, [
      ...sections(watched, declaration.region),
      escalation(watched.service, environment),
      owner(watched.service.owner),
    ]),
  }));
}

function sections(watched: WatchedOutbox, region: string): Section[] {
  const { service } = watched;
  const { events, relay } = awsNames(placeOf(service));
  const table = `--region ${region} --table-name ${events.outbox}`;
  return [
    {
      heading: "Meaning",
      lines: [
        `Events of ${service.name} (${service.description}) stand in its outbox and do not reach the event bus. By the label \`reason\`: \`late\`, what is carried is over 5 minutes old; \`set_aside\`, events were given up, so that those after them go on.`,
      ],
    },
    {
      heading: "Impact",
      lines: [
        "Who subscribes to the service's events does not learn what has happened since. Nothing is lost: what is late is carried when the cause is cured, and what was given up is in the table.",
      ],
    },
    { heading: "Diagnosis", lines: diagnosis(region, relay.logGroup, events.outboxFailures) },
    { heading: "Mitigation", lines: mitigation(table, region, events.outboxFailures) },
    {
      heading: "Verification",
      lines: [
        "Each of these returns nothing:",
        ...code("promql", ...OUTBOX_REASONS.map((reason) => outboxTicket(watched, reason).expr)),
      ],
    },
    {
      heading: "Rollback",
      lines: [
        "Nothing here needs one: an event that is carried again has the id that it had, and who reads it knows it.",
      ],
    },
  ];
}

const urlOf = (region: string, queue: string): string =>
  `"$(aws sqs get-queue-url --region ${region} --queue-name ${queue} --query QueueUrl --output text)"`;

const diagnosis = (region: string, logGroup: string, failures: string): string[] => [
  "Why the bus takes them not, and which event is the first; then when the batches were written that were given up:",
  ...code(
    "sh",
    `aws logs filter-log-events --region ${region} --log-group-name ${logGroup} --start-time ${HOURS_AGO} --filter-pattern '?ERROR ?Error ?"Task timed out"' --max-items 20`,
    `aws sqs receive-message --region ${region} --queue-url ${urlOf(region, failures)} --visibility-timeout 60 --max-number-of-messages 10 --query 'Messages[].Body'`,
  ),
  "`AccessDeniedException`: an event of a type that the service does not publish stands there; declare it. `InternalFailure` and `ThrottlingException` are EventBridge's, and pass. An item that holds no event was not written by `functions/outbox`.",
];

const mitigation = (table: string, region: string, failures: string): string[] => [
  "What is late is tried again by itself. Have an event carried again that was given up: any change of its item does it. This lists those written in a time, and touches each; one that is no longer there fails, and the next goes on:",
  ...code(
    "sh",
    `aws dynamodb scan ${table} --projection-expression 'subject,#n' --filter-expression 'contains(event, :day)' \\`,
    `  --expression-attribute-names '{"#n":"sequence"}' --expression-attribute-values '{":day":{"S":"\\"time\\":\\"DAY"}}' \\`,
    `  --query 'Items[].[subject.S,sequence.N]' --output text |`,
    "while IFS=$'\\t' read -r subject sequence; do",
    `  aws dynamodb update-item ${table} --key "{\\"subject\\":{\\"S\\":\\"$subject\\"},\\"sequence\\":{\\"N\\":\\"$sequence\\"}}" \\`,
    `    --condition-expression 'attribute_exists(event)' --update-expression 'SET again = :now' \\`,
    `    --expression-attribute-values "{\\":now\\":{\\"N\\":\\"$(date +%s)\\"}}"`,
    "done",
  ),
  "Then empty the queue that says what was given up:",
  ...code("sh", `aws sqs purge-queue --region ${region} --queue-url ${urlOf(region, failures)}`),
];
