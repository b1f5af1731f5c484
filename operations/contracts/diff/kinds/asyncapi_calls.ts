import { UserError } from "../../../cli/errors";

type Json = Readonly<Record<string, unknown>>;

/**
 * The operations of an AsyncAPI document as those of an OpenAPI one: a message that is sent is the answer to `GET /<channel>/<message>`, one
 * that is received the body of `POST /<channel>/<message>`. A channel is called by its address, whatever its key is.
 *
 * @param where - the document, as people call it
 * @throws UserError for what would be left out without a word: a reply, a trait, a payload in another form than JSON Schema
 */
export function asCalls(document: Json, where: string): Json {
  const at = { document, where };
  const paths: Record<string, Json> = {};
  for (const [id, value] of Object.entries(jsonOf(document.operations))) {
    const operation = resolved(at, value);
    for (const part of ["reply", "traits"]) refuse(at, `operations.${id}`, operation, part);
    const channel = resolved(at, operation.channel);
    const address = String(channel.address ?? lastOf(operation.channel));
    for (const [name, message] of messagesOf(at, operation, channel)) {
      refuse(at, `message ${name}`, message, "traits");
      const path = `/${encodeURIComponent(address)}/${encodeURIComponent(name)}`;
      const call =
        operation.action === "receive" ? post(at, name, message) : get(at, name, message);
      paths[path] = { ...paths[path], ...call };
    }
  }
  const { schemas = {} } = jsonOf(document.components);
  return {
    openapi: "3.1.1",
    info: { title: "events", version: "1" },
    paths,
    components: { schemas },
  };
}

interface At {
  readonly document: Json;
  readonly where: string;
}

/** Those that the operation names, else all of the channel, by their names. */
function messagesOf(at: At, operation: Json, channel: Json): [string, Json][] {
  const named = operation.messages as readonly unknown[] | undefined;
  const all = named ?? Object.keys(jsonOf(channel.messages)).map((key) => keyed(channel, key));
  return all.map((one) => {
    const message = resolved(at, one);
    return [String(message.name ?? lastOf(one)), message];
  });
}

const keyed = ({ messages }: Json, key: string): unknown => {
  const message = jsonOf(messages)[key];
  return "$ref" in jsonOf(message) ? message : { name: key, ...jsonOf(message) };
};

const get = (at: At, name: string, message: Json): Json => ({
  get: {
    responses: {
      "200": {
        description: name,
        headers: headersOf(at, name, message),
        content: contentOf(at, name, message),
      },
    },
  },
});

const post = (at: At, name: string, message: Json): Json => ({
  post: {
    parameters: Object.entries(headersOf(at, name, message)).map(([header, said]) => ({
      ...{ name: header, in: "header", ...said },
    })),
    requestBody: { required: true, content: contentOf(at, name, message) },
    responses: { "204": { description: "Taken." } },
  },
});

/** All of one media type: another one changes what a reader has to know, and a schema says nothing of it. */
function contentOf({ document, where }: At, name: string, message: Json): Json {
  const payload = jsonOf(message.payload);
  const type = String(message.contentType ?? document.defaultContentType ?? "application/json");
  if (!("schemaFormat" in payload)) return { [type]: { schema: payload } };
  const format = String(payload.schemaFormat);
  if (/schema\+json|aai\.asyncapi/.test(format)) return { [type]: { schema: payload.schema } };
  throw new UserError(
    `${where}: expected the payload of message ${name} in JSON Schema, got schemaFormat: ${JSON.stringify(format)}`,
  );
}

function headersOf(at: At, message: string, { headers }: Json): Record<string, Json> {
  const schema = resolved(at, headers);
  refuse(at, `the headers of ${message}`, schema, "schemaFormat");
  const { properties, required = [] } = schema;
  return Object.fromEntries(
    Object.entries(jsonOf(properties)).map(([name, one]) => [
      name,
      { schema: one, required: (required as readonly string[]).includes(name) },
    ]),
  );
}

function refuse({ where }: At, of: string, holder: Json, part: string): void {
  if (part in holder)
    throw new UserError(
      `${where}: expected no \`${part}\` of ${of}, which would not be compared; write what it holds in its place`,
    );
}

/** Follows references within the document. */
function resolved(at: At, value: unknown): Json {
  let found = value;
  for (let depth = 0; "$ref" in jsonOf(found); depth += 1) {
    const { $ref } = jsonOf(found) as { readonly $ref: string };
    found = depth < 8 && $ref.startsWith("#/") ? pointed(at.document, $ref) : undefined;
    if (found === undefined)
      throw new UserError(
        `${at.where}: expected a reference to what the document holds, got ${JSON.stringify($ref)}`,
      );
  }
  return jsonOf(found);
}

const pointed = (document: Json, $ref: string): unknown =>
  partsOf($ref).reduce<unknown>((inner, part) => jsonOf(inner)[part], document);

/** @see https://www.rfc-editor.org/rfc/rfc6901 */
const partsOf = ($ref: string): string[] =>
  $ref
    .slice(2)
    .split("/")
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));

const lastOf = (value: unknown): string => partsOf(String(jsonOf(value).$ref ?? "#/")).at(-1) ?? "";

const jsonOf = (value: unknown): Json =>
  typeof value === "object" && value !== null ? (value as Json) : {};
