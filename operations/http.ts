import { UserError, messageOf } from "./cli/errors";

/** Milliseconds to wait for an answer. */
export const TIMEOUT = 30_000;

/** Where to ask, as whom, and what messages call it. */
export interface Endpoint {
  readonly endpoint: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Without user and password. */
  readonly shown: string;
}

/**
 * A path below an address that somebody gave by a flag.
 *
 * @param token - sent as `Authorization: Bearer …`; never printed
 * @throws UserError when it is no address of HTTP
 */
export function addressed(
  url: string,
  path: string,
  { flag, example }: { readonly flag: string; readonly example: string },
  token?: string,
): Endpoint {
  const base = URL.canParse(url) ? new URL(url) : undefined;
  if (base === undefined || !["http:", "https:"].includes(base.protocol))
    throw new UserError(`${flag}: expected an address such as ${example}`);
  const endpoint = new URL(`${base.pathname.replace(/\/+$/, "")}${path}`, base);
  const password = `${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`;
  // fetch refuses an address with a password in it, and no message may show one.
  endpoint.username = endpoint.password = "";
  const headers = authorization(password, token);
  return { endpoint, headers, shown: `${endpoint.origin}${endpoint.pathname}` };
}

function authorization(password: string, token: string | undefined): Record<string, string> {
  if (token !== undefined) return { Authorization: `Bearer ${token}` };
  if (password === ":") return {};
  return { Authorization: `Basic ${Buffer.from(password).toString("base64")}` };
}

/** What came back, whatever it is. */
export interface Answer extends Pick<Response, "ok" | "status" | "statusText"> {
  readonly text: string;
}

/** @throws UserError when nothing comes back */
export async function answerOf(request: Promise<Response>, shown: string): Promise<Answer> {
  try {
    return await request.then(read);
  } catch (error) {
    throw new UserError(`${shown}: no answer (${reason(error)}); is it reachable from here?`);
  }
}

const read = async (response: Response): Promise<Answer> => ({
  ok: response.ok,
  status: response.status,
  statusText: response.statusText,
  text: await response.text(),
});

/** fetch says only "fetch failed"; its cause says why. */
function reason(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  return messageOf(cause ?? error) || messageOf(error);
}

export const isRefused = (status: number): boolean => status === 401 || status === 403;

/** @param variable - that holds the token */
export const notAllowed = (shown: string, status: number, variable: string): UserError =>
  new UserError(
    `${shown}: not allowed (${status}); set ${variable} to a bearer token, or put user and password into the address`,
  );

/** A text as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
