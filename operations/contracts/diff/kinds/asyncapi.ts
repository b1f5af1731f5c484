import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../../cli/errors";
import type { Change } from "../report";
import { asCalls } from "./asyncapi_calls";
import { parsed } from "./document";
import { changelog } from "./oasdiff";
import type { Sides } from "./sides";

/**
 * By oasdiff too: no differ of AsyncAPI tells who reads a message from who writes it, and oasdiff does so for what is answered and what is
 * sent. So an event that the service sends is compared as an answer, one that it receives as a request.
 */
export async function diffAsyncApi(sides: Sides, oasdiff: string): Promise<Change[]> {
  const [base, head] = [viewOf(sides, "base"), viewOf(sides, "head")];
  const changes = await changelog(
    { base, head },
    { file: sides.file, roots: [sides.base, sides.head, sides.scratch], scratch: sides.scratch },
    oasdiff,
  );
  return changes.map(({ where, message, ...change }) => ({
    ...change,
    where: where === undefined ? sides.file : placeOf(where),
    message: ofEvents(message),
  }));
}

/** Writes one side as oasdiff reads it. @returns where */
function viewOf(sides: Sides, side: "base" | "head"): string {
  const { file, scratch } = sides;
  const where = `${file} in the ${side}`;
  const document = parsed(readFileSync(join(sides[side], file), "utf8"), where);
  const version = document?.asyncapi;
  if (document === undefined || typeof version !== "string" || !version.startsWith("3."))
    throw new UserError(
      `${where}: expected an AsyncAPI document of version 3, got asyncapi: ${JSON.stringify(version ?? null)}`,
    );
  const folder = join(scratch, side);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "view.json");
  writeFileSync(path, JSON.stringify(asCalls(document, where)));
  return path;
}

/** `GET /shop-events/order.placed` is what is sent by `shop-events`. */
function placeOf(where: string): string {
  const [method, path = ""] = where.split(" ");
  const [channel = "", message = ""] = path.split("/").slice(1).map(decodeURIComponent);
  return `${message} ${method === "GET" ? "sent to" : "received from"} ${channel}`;
}

/** An event has no status, and is neither answer nor request; what stands in backticks is the document's own. */
const ofEvents = (message: string): string =>
  message
    .replace(/ the response with the `200` status/, " the event")
    .replace(/,? (for|from) (the )?(response )?status `200`/, "")
    .split("`")
    .map((text, index) => (index % 2 === 0 ? withoutCall(text) : text))
    .join("`");

const withoutCall = (text: string): string =>
  text
    .replace(/\b(response|request)('s)? body\b/g, "event")
    .replace(/\b(response|request)('s)? /g, "");
