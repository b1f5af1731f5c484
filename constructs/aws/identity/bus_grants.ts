import { oneOrMany } from "../policy";
import type { Grantee } from "./grantee";

/** Who may publish to an event bus. EventBridge uses the bus's key itself: who publishes needs no right to it. */
export class BusGrants {
  constructor(private readonly busArn: string) {}

  /**
   * Under one source, events of these names: nobody speaks for another. Both keys hold as many values as a request has events.
   *
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
   */
  publish(grantee: Grantee, source: string, events: readonly string[]): void {
    grantee.allow({
      sid: "PublishEvents",
      actions: ["events:PutEvents"],
      resources: [this.busArn],
      conditions: {
        "ForAllValues:StringEquals": {
          "events:detail-type": oneOrMany(events),
          "events:source": source,
        },
        Null: { "events:detail-type": "false", "events:source": "false" },
      },
    });
  }
}
