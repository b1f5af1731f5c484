import type { PublishedEvent } from "../../../model/events/settled";

/** @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export const CLOUD_EVENT = "application/cloudevents+json";

/** An event as it reaches those who subscribe: a CloudEvent, whose `data` is as declared. */
export const messageOf = ({ name, schema }: PublishedEvent, publisher: string) => ({
  name,
  contentType: CLOUD_EVENT,
  payload: {
    type: "object",
    required: ["specversion", "id", "source", "type", "data"],
    properties: {
      specversion: { const: "1.0" },
      id: {
        type: "string",
        minLength: 1,
        description: "The same when the same event comes again: handle it once.",
      },
      source: { const: publisher },
      type: { const: name },
      time: { type: "string", format: "date-time", description: "When it happened." },
      data: schema,
    },
  },
});
