import type { PublishedEvent } from "../../../model/events/settled";

/** @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export const CLOUD_EVENT = "application/cloudevents+json";

/** Of what leaves through an outbox: which event of what it is. */
const SEQUENCED = {
  subject: { type: "string", minLength: 1, description: "To what it happened." },
  sequence: {
    type: "string",
    pattern: "^[0-9]{10}$",
    description: "Which event of the subject it is, from 0000000001 on without gaps.",
  },
} as const;

/**
 * An event as it reaches those who subscribe: a CloudEvent, whose `data` is as declared.
 *
 * @param sequenced - whether it leaves through an outbox
 */
export const messageOf = (
  { name, schema }: PublishedEvent,
  publisher: string,
  sequenced: boolean,
) => ({
  name,
  contentType: CLOUD_EVENT,
  payload: {
    type: "object",
    required: [
      ...["specversion", "id", "source", "type"],
      ...(sequenced ? Object.keys(SEQUENCED) : []),
      "data",
    ],
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
      ...(sequenced && SEQUENCED),
      data: schema,
    },
  },
});
