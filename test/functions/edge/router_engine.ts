import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createHmac } from "node:crypto";
import { createContext, Script, type Context } from "node:vm";
import { routerText } from "../../../constructs/aws/edge/router_text";
import { routerEntries, type Placement } from "../../../model/cells/router/entries";
import { settleRouter } from "../../../model/cells/router/router";
import type { RouterDeclaration } from "../../../model/cells/router/declaration";
import { repositoryRoot } from "../../../operations/repository";
import { builtIn, eventOf, type AskedFor, type EdgeResponse } from "./edge_function";

export const ROUTER_SOURCE = readFileSync(join(repositoryRoot, "functions/edge/router.js"), "utf8");

/** Where a request went, or what was answered. */
export type Routed =
  | { readonly cell: string; readonly answer?: undefined }
  | { readonly cell?: undefined; readonly answer: EdgeResponse };

export interface RouterWorld {
  readonly declared: RouterDeclaration;
  readonly placement: Placement;
  /** Origins of the distribution; those of the table where none are said. */
  readonly origins?: readonly string[];
  /** What the store holds beside the placement: secrets, or what takes the place of an entry; undefined takes it out. */
  readonly store?: Readonly<Record<string, string | undefined>>;
  /** Whether every question to the store fails. */
  readonly isStoreDown?: boolean;
}

/**
 * The router's very text with CloudFront's module `cloudfront` as it is documented: a store whose `get` rejects where there is no such key, and origins that
 * are chosen by their ids. The engine knows no import in a script, so that line alone asks for the module in another way.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-custom-methods.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html
 */
export class RouterEngine {
  readonly text: string;
  private readonly context: Context;
  private readonly script: Script;
  private chosen: string[] = [];

  constructor(private readonly world: RouterWorld) {
    const { declared, placement } = world;
    const pins = Object.keys(placement.pinned).length > 0;
    this.text = routerText(ROUTER_SOURCE, settleRouter(declared), pins);
    const sandbox = { cf: this.cloudfront(), require: builtIn, console: { log: () => undefined } };
    const codeGeneration = { strings: false, wasm: false };
    this.context = createContext({ ...sandbox, asked: "" }, { codeGeneration });
    const body = this.text.replace('import cf from "cloudfront";', "");
    new Script(`"use strict";${body};this.handler = handler;`, {
      filename: "router.js",
    }).runInContext(this.context);
    this.script = new Script("handler(JSON.parse(asked)).then(JSON.stringify)");
  }

  async ask(request: AskedFor): Promise<Routed> {
    this.chosen = [];
    this.context["asked"] = JSON.stringify(eventOf("viewer-request", request));
    const told = (await this.script.runInContext(this.context, { timeout: 1_000 })) as string;
    const answer = JSON.parse(told) as EdgeResponse & { readonly uri?: string };
    if (answer.uri === undefined) return { answer };
    if (this.chosen.length !== 1) throw new Error(`expected one origin, got ${this.chosen.join()}`);
    return { cell: this.chosen[0]! };
  }

  private cloudfront() {
    const { placement, store = {}, isStoreDown = false } = this.world;
    const origins = new Set(this.world.origins ?? placement.table);
    const entries = routerEntries(placement).map(({ key, value }) => [key, value] as const);
    const held = new Map<string, string | undefined>([...entries, ...Object.entries(store)]);
    const down = () => Promise.reject(new Error("InternalError"));
    const get = (key: string) =>
      held.get(key) === undefined
        ? Promise.reject(new Error("KeyNotFound"))
        : Promise.resolve(held.get(key));
    const exists = (key: string) => Promise.resolve(held.get(key) !== undefined);
    return {
      kvs: () => (isStoreDown ? { get: down, exists: down } : { get, exists }),
      selectRequestOriginById: (id: string) => {
        if (!origins.has(id)) throw new Error(`no origin ${id}`);
        this.chosen.push(id);
      },
    };
  }
}

export const SECRET = "0123456789abcdef0123456789abcdef";

const json = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

export interface TokenParts {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: unknown;
  readonly secret?: string;
}

/** A JSON Web Token, signed by whoever has the secret. */
export function token({ header, claims, secret = SECRET }: TokenParts): string {
  const signed = `${json({ alg: "HS256", typ: "JWT", kid: "1", ...header })}.${json(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}

const IN_AN_HOUR = Math.floor(Date.now() / 1_000) + 3_600;

/** Of a user, for the next hour. */
export const tokenOf = (sub: string): string => token({ claims: { sub, exp: IN_AN_HOUR } });
