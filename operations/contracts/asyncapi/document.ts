import type { PublishedEvent } from "../../../model/events/settled";
import type { Service } from "../../../model/service";
import type { Environment } from "../../../model/settle";
import { channelOf, serverOf } from "./carriers";
import { CLOUD_EVENT, messageOf } from "./message";

/**
 * What a service tells others of, and what carries it. What it subscribes to is the contract of who publishes that, and stands there.
 *
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0
 */
export function asyncApi(service: Service, environment: Environment) {
  const { name, description, owner, publishes, outbox } = service;
  const carriers = [...new Set(publishes.map(({ via }) => via))].sort();
  const by = (via: string) => publishes.filter((event) => event.via === via);
  return {
    asyncapi: "3.0.0",
    info: {
      title: name,
      description,
      version: "unversioned",
      contact: { name: `${owner.team} (${owner.contact})` },
    },
    defaultContentType: CLOUD_EVENT,
    servers: Object.fromEntries(carriers.map((via) => [via, serverOf(via, service, environment)])),
    channels: Object.fromEntries(
      carriers.map((via) => [
        via,
        { ...channelOf(via, service), servers: [ref("servers", via)], messages: refs(by(via)) },
      ]),
    ),
    operations: Object.fromEntries(publishes.map((event) => [event.name, operationOf(event)])),
    components: {
      messages: Object.fromEntries(
        publishes.map((event) => [event.name, messageOf(event, name, outbox !== undefined)]),
      ),
    },
  };
}

/** The service sends it; who subscribes receives it. */
const operationOf = ({ name, via }: PublishedEvent) => ({
  action: "send",
  channel: ref("channels", via),
  messages: [ref("channels", via, "messages", name)],
});

const refs = (events: readonly PublishedEvent[]) =>
  Object.fromEntries(events.map(({ name }) => [name, ref("components", "messages", name)]));

const ref = (...path: readonly string[]) => ({ $ref: `#/${path.join("/")}` });
