import { SchedulerSchedule } from "@cdktf/provider-aws/lib/scheduler-schedule";
import { SchedulerScheduleGroup } from "@cdktf/provider-aws/lib/scheduler-schedule-group";
import { Construct } from "constructs";
import type { EventNames } from "../../../model/events/names";
import { scheduledEvent, type Schedule } from "../../../model/schedules/settled";
import { literal } from "../../literal";
import { MAIN } from "../../logical_id";
import { scheduleArn, scheduleGroupArn, type Location } from "../arn";
import { via } from "../grants";
import { GrantedRole } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { Grant } from "../policy";
import type { WorkQueue } from "../work_queue";
import { SCHEDULE_RETRIES } from "./schedule_retries";
import type { UndeliveredQueue } from "./undelivered_queue";

export interface EventSchedulesProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: Pick<EventNames, "scheduleGroup" | "scheduleRole">;

  /** Who is woken: the `source` of the events. */
  readonly service: string;

  readonly location: Location;

  /** One or more. */
  readonly schedules: readonly Schedule[];

  /** Where the events come into; it keeps no order. */
  readonly queue: WorkQueue;

  /** Where those go that could not be put into the queue. */
  readonly undelivered: UndeliveredQueue;

  /** ARN of the customer key that encrypts what schedules hold, and the messages of both queues. */
  readonly encryptionKeyArn: string;
}

/** Schedules that wake a service: each sends a CloudEvent into its queue. A group for all of them, by which CloudWatch counts. */
export class EventSchedules extends Construct {
  readonly group: SchedulerScheduleGroup;
  readonly role: GrantedRole;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventSchedulesProps,
  ) {
    super(scope, id);
    const { names, location, service, queue } = props;
    this.group = new SchedulerScheduleGroup(this, "group", { name: names.scheduleGroup });
    this.role = new GrantedRole(this, "role", {
      name: names.scheduleRole,
      description: `Sends what the schedules of ${service} say into its queue.`,
      trust: takenFor(
        "scheduler.amazonaws.com",
        location,
        scheduleGroupArn(location, names.scheduleGroup),
      ),
      grants: [this.setAside(), this.decrypt()],
    });
    queue.grants.send(this.role);
    for (const schedule of props.schedules) this.make(schedule);
  }

  /** Scheduler sets aside with the same role. */
  private setAside(): Grant {
    const { undelivered } = this.props;
    return {
      sid: "KeepUndelivered",
      ...{ actions: ["sqs:SendMessage"], resources: [undelivered.queueArn] },
    };
  }

  /**
   * What a schedule of this group holds, and nothing else that the key encrypts.
   *
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html
   */
  private decrypt(): Grant {
    const { location, names, encryptionKeyArn } = this.props;
    return {
      sid: "DecryptSchedules",
      ...{ actions: ["kms:Decrypt"], resources: [encryptionKeyArn] },
      conditions: {
        ...via("scheduler", location),
        ArnLike: {
          "kms:EncryptionContext:aws:scheduler:schedule:arn": scheduleArn(
            location,
            names.scheduleGroup,
            "*",
          ),
        },
      },
    };
  }

  private make(schedule: Schedule): void {
    const { service, queue, undelivered, encryptionKeyArn } = this.props;
    const { name, expression, timeZone, flexibleMinutes } = schedule;
    const at = new Construct(this, `schedule_${name}`);
    new SchedulerSchedule(at, MAIN, {
      ...{ name, groupName: this.group.name, description: `Wakes ${service}.` },
      scheduleExpression: expression,
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow:
        flexibleMinutes === undefined
          ? { mode: "OFF" }
          : { mode: "FLEXIBLE", maximumWindowInMinutes: flexibleMinutes },
      kmsKeyArn: encryptionKeyArn,
      target: {
        arn: queue.queueArn,
        roleArn: this.role.role.arn,
        input: literal(scheduledEvent(service, schedule)),
        retryPolicy: SCHEDULE_RETRIES,
        deadLetterConfig: { arn: undelivered.queueArn },
      },
      dependsOn: [...this.role.policies, queue.policy],
    });
  }
}
