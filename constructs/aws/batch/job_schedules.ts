import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SchedulerScheduleGroup } from "@cdktf/provider-aws/lib/scheduler-schedule-group";
import { Construct } from "constructs";
import type { EventNames } from "../../../model/events/names";
import type { JobSchedule } from "../../../model/workloads/batch/schedules";
import { jobDefinitionArn, jobQueueArn, partition, scheduleGroupArn, type Location } from "../arn";
import { SCHEDULE_RETRIES } from "../events/schedule_retries";
import type { UndeliveredQueue } from "../events/undelivered_queue";
import { via } from "../grants";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { Grant } from "../policy";

export interface JobSchedulesProps {
  /** Made in `model/names.ts`. */
  readonly names: Pick<EventNames, "scheduleGroup" | "scheduleRole">;

  /** Whose jobs they start. */
  readonly service: string;

  readonly schedules: readonly JobSchedule[];

  /** The queue's name, as a reference. */
  readonly queue: string;

  /** The definition's name, as a reference. */
  readonly definition: string;

  readonly location: Location;

  /** ARN of the customer key that encrypts what a schedule says, and what could not be started. */
  readonly encryptionKeyArn: string;

  /** Where a job is written down that could not be started. */
  readonly undelivered: UndeliveredQueue;
}

/**
 * Start jobs by the clock: each a job of the newest revision, called after its schedule.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html
 */
export class JobSchedules extends Construct {
  readonly group: SchedulerScheduleGroup;
  readonly schedules: readonly SchedulerSchedule[];

  constructor(scope: Construct, id: string, props: JobSchedulesProps) {
    super(scope, id);
    const { names, service, schedules, location, encryptionKeyArn, queue, definition } = props;
    const { undelivered } = props;
    this.group = new SchedulerScheduleGroup(this, "group", { name: names.scheduleGroup });
    const role = new GrantedRole(this, "role", {
      name: names.scheduleRole,
      description: `Starts the jobs of ${service}.`,
      trust: takenFor(
        "scheduler.amazonaws.com",
        location,
        scheduleGroupArn(location, names.scheduleGroup),
      ),
      grants: grants(props),
    });
    this.schedules = schedules.map(
      ({ name, cron, timeZone }) =>
        new SchedulerSchedule(this, `schedule_${name}`, {
          ...{ name, groupName: this.group.name },
          description: `Starts a job of ${service}.`,
          ...{ scheduleExpression: `cron(${cron})`, scheduleExpressionTimezone: timeZone },
          flexibleTimeWindow: { mode: "OFF" },
          kmsKeyArn: encryptionKeyArn,
          target: {
            arn: `arn:${partition(location.region)}:scheduler:::aws-sdk:batch:submitJob`,
            roleArn: role.role.arn,
            input: JSON.stringify({ JobName: name, JobQueue: queue, JobDefinition: definition }),
            retryPolicy: SCHEDULE_RETRIES,
            deadLetterConfig: { arn: undelivered.queueArn },
          },
          dependsOn: role.policies,
        }),
    );
  }
}

const grants = (props: JobSchedulesProps): Grant[] => {
  const { queue, definition, location, encryptionKeyArn, undelivered } = props;
  return [
    {
      sid: "StartJobs",
      actions: ["batch:SubmitJob"],
      resources: [
        jobDefinitionArn(location, definition),
        jobDefinitionArn(location, `${definition}:*`),
        jobQueueArn(location, queue),
      ],
    },
    {
      ...{ sid: "ReadSchedule", actions: ["kms:Decrypt"], resources: [encryptionKeyArn] },
      conditions: via("scheduler", location),
    },
    {
      ...{ sid: "SetAside", actions: ["sqs:SendMessage"], resources: [undelivered.queueArn] },
    },
    {
      sid: "EncryptSetAside",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      ...{ resources: [encryptionKeyArn], conditions: via("sqs", location) },
    },
  ];
};
