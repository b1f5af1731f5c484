import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a stub answers; `hang` never does, `hangAfter` does its work and then never answers. */
export type Mode = "answer" | "hang" | "hangAfter" | "unavailable";

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One HTTP stub on the loopback: it speaks real HTTP, so that real clients can be tried on it. */
export abstract class HttpStub {
  mode: Mode = "answer";
  requests = 0;
  private readonly server: Server = createServer((request, response) => {
    void this.serve(request, response);
  });

  async start(): Promise<this> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What is answered in every mode: credentials do not fail with the store. */
  protected always(request: IncomingMessage): Answer | undefined {
    return request.url === "/-/healthy" ? { status: 200, body: {} } : undefined;
  }

  protected abstract answer(
    request: IncomingMessage,
    body: unknown,
  ): { status: number; body: unknown };

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { mode } = this;
    const always = this.always(request);
    if (always !== undefined) return send(response, always);
    this.requests += 1;
    if (mode === "hang") return;
    const text = Buffer.concat(chunks).toString("utf8");
    const answer =
      mode === "unavailable"
        ? { status: 503, body: { error: { code: 503, status: "UNAVAILABLE" } } }
        : this.answer(request, text === "" ? undefined : JSON.parse(text));
    if (mode === "hangAfter") return;
    send(response, answer);
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
