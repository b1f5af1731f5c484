import { CloudwatchEventArchive } from "@cdktf/provider-aws/lib/cloudwatch-event-archive";
import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { Construct } from "constructs";
import type { awsEventBusNames } from "../../../model/events/names";
import { MAIN } from "../../logical_id";
import { eventBusArn, type Location } from "../arn";
import { BusGrants } from "../identity/bus_grants";
import { Key } from "../key";
import type { Statement } from "../policy";
import { mayEncrypt, type Sender } from "./sender";
import { UndeliveredQueue } from "./undelivered_queue";

export interface EventBusProps {
  /** Physical names, made in `model/names.ts`. */
  readonly names: ReturnType<typeof awsEventBusNames>;

  /** Whose events it carries, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /**
   * Days for which all that was published is kept to be sent again.
   *
   * @default - nothing is kept
   */
  readonly archiveDays?: number | undefined;

  /**
   * Days between the order to delete a key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** By which the services of a cell tell one another what has happened: encrypted with a key of its own, and kept for a while. */
export class EventBus extends Construct {
  readonly bus: CloudwatchEventBus;
  /** Undefined where nothing is kept. */
  readonly archive: CloudwatchEventArchive | undefined;
  /** What could not be encrypted or decrypted. */
  readonly undelivered: UndeliveredQueue;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly busArn: string;
  readonly grants: BusGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: EventBusProps,
  ) {
    super(scope, id);
    const { names, location, archiveDays } = props;
    this.busArn = eventBusArn(location, names.bus);
    this.grants = new BusGrants(this.busArn);
    this.undelivered = this.makeUndelivered();
    this.bus = this.makeBus();
    this.archive = archiveDays === undefined ? undefined : this.makeArchive(archiveDays);
  }

  /** A reference, so that what sends to it waits for it. */
  get name(): string {
    return this.bus.name;
  }

  /** With a key of its own: what could not be encrypted with the bus's could not be with the same one here either. */
  private makeUndelivered(): UndeliveredQueue {
    const { names, location } = this.props;
    const sender: Sender = {
      ...{ sid: "EventBus", service: "events.amazonaws.com", sourceArns: [this.busArn] },
    };
    const key = this.makeKey("undelivered-key", `${names.keyAlias}-dlq`, {
      encrypts: `what ${names.bus} could not encrypt or decrypt`,
      statements: mayEncrypt([sender]),
    });
    return new UndeliveredQueue(this, "undelivered", {
      ...{ name: names.deadLetterQueue, location, encryptionKey: key.aliasName },
      senders: [sender],
    });
  }

  private makeBus(): CloudwatchEventBus {
    const { names, description } = this.props;
    const key = this.makeKey("key", names.keyAlias, {
      encrypts: `the events of ${names.bus}`,
      statements: this.encryption(),
    });
    return new CloudwatchEventBus(this, MAIN, {
      ...{ name: names.bus, description, kmsKeyIdentifier: key.arn },
      deadLetterConfig: { arn: this.undelivered.queueArn },
    });
  }

  private makeKey(
    id: string,
    alias: string,
    { encrypts, statements }: { encrypts: string; statements: readonly Statement[] },
  ): Key {
    const { location, keyDeletionWindowDays = 30 } = this.props;
    return new Key(this, id, {
      ...{ alias, location, statements, description: `Encrypts ${encrypts}.` },
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  /**
   * EventBridge looks at the key for the account, and uses it for this bus and its rules alone.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-key-policy.html
   */
  private encryption(): Statement[] {
    const { account } = this.props.location;
    const events = { principals: { Service: "events.amazonaws.com" }, resources: ["*"] };
    return [
      {
        ...{ sid: "EventBusLookUp", ...events, actions: ["kms:DescribeKey"] },
        conditions: { StringEquals: { "aws:SourceAccount": account } },
      },
      {
        ...{ sid: "EventBusUse", ...events, actions: ["kms:Decrypt", "kms:GenerateDataKey"] },
        conditions: {
          ArnEquals: { "kms:EncryptionContext:aws:events:event-bus:arn": this.busArn },
          StringEquals: { "aws:SourceAccount": account },
        },
      },
    ];
  }

  /** Without a pattern: everything. EventBridge encrypts it with a key of AWS, as provider 5.100 names none. */
  private makeArchive(retentionDays: number): CloudwatchEventArchive {
    const { names, description } = this.props;
    return new CloudwatchEventArchive(this, "archive", {
      ...{ name: names.archive, description, retentionDays },
      eventSourceArn: this.bus.arn,
    });
  }
}
