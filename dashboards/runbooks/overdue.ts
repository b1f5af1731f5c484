import { formatDuration } from "../../model/duration";
import { awsNames, files } from "../../model/names";
import type { RenderedFile } from "../../model/output";
import type { Environment } from "../../model/settle";
import { placeOf } from "../resources";
import { overdueTicket, watchedJobs, type WatchedJobs } from "../tickets/overdue";
import { lookAtJobs, startAgain } from "./aws_batch";
import { escalation } from "./escalation";
import { code, owner, renderPage, type Section } from "./page";

/** One runbook a service whose jobs are to succeed in time. */
export function renderOverdueRunbooks(environment: Environment): RenderedFile[] {
  const { declaration } = environment;
  if (declaration.cloud !== "aws") return [];
  return watchedJobs(environment).map((watched) => ({
    path: files.runbook(watched.alert),
    text: renderPage(watched.alert, [
      ...sections(watched, declaration.region),
      escalation(watched.service, environment),
      owner(watched.service.owner),
    ]),
  }));
}

const sections = (watched: WatchedJobs, region: string): Section[] => {
  const { service, deadlineSeconds } = watched;
  return [
    {
      heading: "Meaning",
      lines: [
        `No job of ${service.name} (${service.description}) has succeeded for ${formatDuration(deadlineSeconds)}: none was started, it waits for a machine, it still runs, or it failed.`,
      ],
    },
    {
      heading: "Impact",
      lines: ["What the last good job made goes on being used, and grows old."],
    },
    { heading: "Diagnosis", lines: [...clock(watched, region), ...lookAtJobs(service, region)] },
    { heading: "Mitigation", lines: startAgain(service, region) },
    {
      heading: "Verification",
      lines: [
        "This returns nothing some minutes after a job has succeeded:",
        ...code("promql", overdueTicket(watched).expr),
      ],
    },
  ];
};

/** What starts jobs by itself; what it could not start is kept for two weeks. */
function clock({ service }: WatchedJobs, region: string): string[] {
  const names = awsNames(placeOf(service));
  const { schedules } = service.workload;
  if (schedules.length === 0) return [];
  const url = `"$(aws sqs get-queue-url --region ${region} --queue-name ${names.deadLetterQueue} --query QueueUrl --output text)"`;
  return [
    "Whether its schedules are on, and what they could not start, with the reason:",
    ...code(
      "sh",
      ...schedules.map(
        ({ name }) =>
          `aws scheduler get-schedule --region ${region} --group-name ${names.events.scheduleGroup} --name ${name} --query '[State,ScheduleExpression,ScheduleExpressionTimezone]'`,
      ),
      `aws sqs receive-message --region ${region} --visibility-timeout 60 --max-number-of-messages 10 --message-attribute-names All --queue-url ${url}`,
    ),
  ];
}
