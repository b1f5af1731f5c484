import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";
import { repositoryRoot } from "../../../operations/repository";

/**
 * What CloudFront gives to a function.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export interface EdgeEvent {
  readonly version: "1.0";
  readonly context: {
    readonly distributionDomainName: string;
    readonly distributionId: string;
    readonly eventType: "viewer-request" | "viewer-response";
    readonly requestId: string;
  };
  readonly viewer: { readonly ip: string };
  readonly request: EdgeRequest;
  /** In viewer responses alone. */
  readonly response?: EdgeResponse;
}

export interface EdgeValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}

export interface EdgeRequest {
  readonly method: string;
  /** Without its query. */
  readonly uri: string;
  readonly querystring: Readonly<Record<string, EdgeValue>>;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, EdgeValue>>;
  readonly cookies: Readonly<Record<string, EdgeValue & { readonly attributes?: string }>>;
}

export interface EdgeResponse {
  readonly statusCode: number;
  readonly statusDescription?: string;
  readonly headers?: Readonly<Record<string, EdgeValue>>;
  readonly cookies?: Readonly<Record<string, EdgeValue & { readonly attributes?: string }>>;
  readonly body?: string | { readonly encoding: "text" | "base64"; readonly data: string };
}

/** What of a request, or of an answer, a test says; the rest is a plain GET, or a plain 200. */
export type AskedFor = Partial<EdgeRequest> & { readonly uri: string };

/** A function of the repository, run as CloudFront runs it: its very text, with what the runtime has and nothing of Node's. */
export class EdgeFunctionFile {
  private readonly text: string;

  /** @param file - from the repository's root */
  constructor(readonly file: string) {
    this.text = readFileSync(join(repositoryRoot, file), "utf8");
  }

  /** What becomes of a request: the request as it goes on, or the answer. */
  viewerRequest(request: AskedFor): EdgeRequest | EdgeResponse {
    return this.run<EdgeRequest | EdgeResponse>(eventOf("viewer-request", request));
  }

  /** What becomes of an answer to a request. */
  viewerResponse(request: AskedFor, response: Partial<EdgeResponse> = {}): EdgeResponse {
    const answer = { statusCode: 200, headers: {}, cookies: {}, ...response };
    return this.run<EdgeResponse>({ ...eventOf("viewer-response", request), response: answer });
  }

  /** Each event is a new one: a function remembers nothing. Values cross as text, as they are of another realm. */
  private run<T>(event: EdgeEvent): T {
    const context = createContext(
      { require: builtIn, console: { log: () => undefined } },
      { codeGeneration: { strings: false, wasm: false } },
    );
    const call = `"use strict";${this.text}\n;JSON.stringify(handler(JSON.parse(${JSON.stringify(JSON.stringify(event))})))`;
    const answer = runInContext(call, context, { filename: this.file, timeout: 1_000 }) as string;
    return JSON.parse(answer) as T;
  }
}

/** The three modules that the runtime has. */
export function builtIn(name: string): unknown {
  if (["buffer", "crypto", "querystring"].includes(name)) return createRequire(__filename)(name);
  throw new Error(`${name}: not in CloudFront's runtime`);
}

export const eventOf = (
  eventType: EdgeEvent["context"]["eventType"],
  asked: AskedFor,
): EdgeEvent => ({
  version: "1.0",
  context: {
    ...{
      distributionDomainName: "d111111abcdef8.cloudfront.net",
      distributionId: "EDFDVBD6EXAMPLE",
    },
    ...{ eventType, requestId: "EXAMPLEntjQpEXAMPLE_SG5Z-EXAMPLEPmPfEXAMPLEu3EqEXAMPLE==" },
  },
  viewer: { ip: "198.51.100.11" },
  request: { method: "GET", querystring: {}, headers: {}, cookies: {}, ...asked },
});
