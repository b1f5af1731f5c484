import { awsNames, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import { schedulesOf, type Service } from "../../model/service";
import type { Environment } from "../../model/settle";
import { placeOf } from "../resources";
import { deliveryTicket, watchedDeliveries, type WatchedDelivery } from "../tickets/delivery";
import { subscriptionRelief } from "./aws_events";
import { escalation } from "./escalation";
import { code, owner, renderPage, type Section } from "./page";

interface At {
  readonly service: Service;
  readonly region: string;
  readonly account: string;
  /** The ways in which it is seen that an event did not come. */
  readonly own: readonly WatchedDelivery[];
}

/** One runbook a service that subscribes to events or is woken. */
export function renderDeliveryRunbooks(environment: Environment): RenderedFile[] {
  const { declaration, services } = environment;
  if (declaration.cloud !== "aws") return [];
  const { region, account } = declaration;
  return services.flatMap((service) => {
    const own = watchedDeliveries({ services: [service] });
    return own.slice(0, 1).map(({ alert }) => ({
      path: files.runbook(alert),
      text: renderPage(alert, [
        ...sections({ service, region, account, own }),
        escalation(service, environment),
        owner(service.owner),
      ]),
    }));
  });
}

const sections = (at: At): Section[] => [
  { heading: "Meaning", lines: meaning(at) },
  {
    heading: "Impact",
    lines: [
      "What was to be done about these events is not done. Nothing is wrong with what is in the queue; no objective counts what never came.",
    ],
  },
  { heading: "Diagnosis", lines: diagnosis(at) },
  {
    heading: "Mitigation",
    lines: [
      "Cure the cause first: what was deleted or changed by hand is put right by `npx plinth drift` and an apply of the cell. Then:",
      ...subscriptionRelief(at.service, at.region, at.account),
      ...(schedulesOf(at.service).length > 0 ? LOST : []),
    ],
  },
  {
    heading: "Verification",
    lines: [
      "Each returns nothing once the time of its ticket is over:",
      ...code("promql", ...at.own.map((one) => deliveryTicket(one).expr)),
    ],
  },
  {
    heading: "Rollback",
    lines: [
      "An event that is given twice is known by its `id`, which the processor keeps: nothing has to be taken back.",
    ],
  },
];

const meaning = ({ service, own }: At): string[] => [
  `Events for ${service.name} (${service.description}) did not come into its queue. The label \`reason\` says how that is known:`,
  "",
  "| reason | what is so |",
  "| --- | --- |",
  ...own.map(({ reason }) => `| ${reason.name} | ${reason.says} |`),
];

function diagnosis({ service, region }: At): string[] {
  const { events } = awsNames(placeOf(service));
  const woken = schedulesOf(service).length > 0;
  return [
    "Why: `ERROR_CODE` and `ERROR_MESSAGE` of what EventBridge and Scheduler keep; SNS says nothing. A look hides a message for 30 seconds:",
    ...code(
      "sh",
      `aws sqs receive-message --region ${region} --max-number-of-messages 10 --message-attribute-names All \\`,
      `  --queue-url "$(aws sqs get-queue-url --region ${region} --queue-name ${events.undeliveredQueue} --query QueueUrl --output text)"`,
    ),
    "`AccessDenied` is the queue's policy, its key's or a role; `AWS.SimpleQueueService.NonExistentQueue` a queue that is gone; a `KMS` error a key that is disabled.",
    ...(woken
      ? [
          "Whether the schedules are there and enabled, and what role they send with:",
          ...code(
            "sh",
            `aws scheduler list-schedules --region ${region} --group-name ${events.scheduleGroup} --query 'Schedules[].[Name,State,LastModificationDate]'`,
            `aws iam get-role-policy --role-name ${events.scheduleRole} --policy-name ${events.scheduleRole}`,
          ),
        ]
      : []),
  ];
}

/** Of the reasons `lost` and `silent`. */
const LOST = [
  "Of an event that is `lost` or was never due nothing is left to give back: send the schedule's `Target.Input` by hand, with the moment for which it was, such as `2026-01-31T03:00:00Z`, in the place of each `<aws.scheduler.scheduled-time>`.",
];
