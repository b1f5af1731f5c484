import * as z from "zod";
import { problems } from "./problems";

/** A CloudEvents 1.0.2 event in structured JSON mode, checked; `data` is JSON already read. */
export interface Envelope {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** RFC 3339. */
  readonly time?: string;
  /** W3C Trace Context, from the distributed tracing extension. */
  readonly traceparent?: string;
  readonly data: unknown;
}

/** A message that can never be handled; the reason names attributes, never their values. */
export class PoisonError extends Error {
  override readonly name = "PoisonError";
}

// RFC 3986 characters with whole percent escapes. "|" is not among them: `identity` relies on it.
const URI_REFERENCE = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const ABSOLUTE_URI =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+$/;
const JSON_MEDIA_TYPE = /^(?:application\/json|text\/json|[\w.+-]+\/[\w.+-]+\+json)\s*(?:;.*)?$/i;
const ATTRIBUTE_NAME = /^[a-z0-9]+$/;

// What CloudEvents allows in a string. A lone surrogate would become "?" in UTF-8, and two ids one.
const text = z.string().regex(/^[^\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]+$/u);
const attributes = z.object({
  specversion: z.string().regex(/^1\.0$/),
  // Both lengths are our own bound: together they must fit a DynamoDB key (2,048 bytes of UTF-8).
  id: text.max(256),
  source: z.string().max(512).regex(URI_REFERENCE),
  type: text.max(256),
  datacontenttype: z.string().regex(JSON_MEDIA_TYPE).optional(),
  dataschema: z.string().regex(ABSOLUTE_URI).optional(),
  subject: text.optional(),
  time: z.iso.datetime({ offset: true }).optional(),
});

const EXPECTED: Readonly<Record<string, string>> = {
  specversion: 'expected "1.0"',
  id: "expected a string of 1 to 256 characters",
  source: "expected a URI reference of 1 to 512 characters",
  type: "expected a string of 1 to 256 characters",
  datacontenttype: "expected a JSON media type",
  dataschema: "expected an absolute URI",
  subject: "expected a string of 1 character or more",
  time: "expected an RFC 3339 timestamp",
};

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads one structured-mode event.
 *
 * @throws {PoisonError} naming every attribute that is missing or wrong
 */
export function readEnvelope(body: string): Envelope {
  const members = readMembers(body);
  const checked = attributes.safeParse(members);
  const wrong = [
    ...(checked.success ? [] : [problems("", checked.error, EXPECTED)]),
    ...wrongExtensions(members),
    ...wrongData(members),
  ];
  if (!checked.success || wrong.length > 0) {
    throw new PoisonError(`not a CloudEvents 1.0 event: ${wrong.join("; ")}`);
  }
  const { id, source, type, time } = checked.data;
  const { traceparent } = members;
  return {
    ...{ id, source, type, data: readData(members) },
    ...(time === undefined ? {} : { time }),
    ...(typeof traceparent === "string" ? { traceparent } : {}),
  };
}

/**
 * The key under which an event is handled once. CloudEvents makes `source` + `id` unique, not
 * `id` alone: with `id` alone, the second of two producers that both count from 1 would lose
 * its events as duplicates. "|" cannot occur in `source`, so no two pairs share a key.
 */
export function identity(event: Pick<Envelope, "id" | "source">): string {
  return `${event.source}|${event.id}`;
}

function readMembers(body: string): Members {
  const value = parseJson(body, "not a CloudEvents 1.0 event: not JSON");
  if (Array.isArray(value)) {
    throw new PoisonError("not a CloudEvents 1.0 event: a batch, expected one event in a message");
  }
  if (typeof value !== "object" || value === null) {
    throw new PoisonError("not a CloudEvents 1.0 event: expected a JSON object");
  }
  // The JSON format says that null is the same as absent; `data: null` is a value.
  const present = Object.entries(value).filter(([name, v]) => v !== null || name === "data");
  return Object.fromEntries(present);
}

const SPECIFIED = new Set([...Object.keys(attributes.shape), "data", "data_base64"]);

function wrongExtensions(members: Members): string[] {
  const extensions = Object.entries(members).filter(([name]) => !SPECIFIED.has(name));
  const badNames = extensions.filter(([name]) => !ATTRIBUTE_NAME.test(name)).length;
  const badValues = extensions.filter(([, value]) => !isAttributeValue(value)).length;
  // Counted, not named: the name of an extension is free text from outside.
  return [
    ...(badNames > 0 ? [`${badNames} extension(s) with a name other than a-z and 0-9`] : []),
    ...(badValues > 0 ? [`${badValues} extension(s) that are no string, boolean or integer`] : []),
  ];
}

function isAttributeValue(value: unknown): boolean {
  if (typeof value === "string" || typeof value === "boolean") return true;
  return typeof value === "number" && value === (value | 0);
}

function wrongData(members: Members): string[] {
  const given = ["data", "data_base64"].filter((name) => name in members);
  if (given.length === 2) return ["data and data_base64: expected only one of them"];
  if (given.length === 0) return ["data: expected the order"];
  return "data_base64" in members && typeof members["data_base64"] !== "string"
    ? ["data_base64: expected a string"]
    : [];
}

function readData(members: Members): unknown {
  const encoded = members["data_base64"];
  if (typeof encoded !== "string") return members["data"];
  const decoded = Buffer.from(encoded, "base64").toString("utf8");
  return parseJson(decoded, "not a CloudEvents 1.0 event: data_base64: expected JSON in base64");
}

function parseJson(text: string, problem: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's own message quotes the text: it must not reach the log.
    throw new PoisonError(problem);
  }
}
