import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { LogsData, Span, TracesData, LogRecord } from "./otlp";

/** Stands where Tempo and Loki would, takes OTLP as JSON and keeps it. */
export class Sink {
  readonly spans: Span[] = [];
  readonly logs: LogRecord[] = [];

  readonly #server = createServer((request, response) => {
    void textOf(request).then((text) => {
      this.#keep(JSON.parse(text) as Partial<TracesData & LogsData>);
      response.setHeader("content-type", "application/json").end("{}");
    });
  });

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #keep({ resourceSpans = [], resourceLogs = [] }: Partial<TracesData & LogsData>): void {
    this.spans.push(...resourceSpans.flatMap((one) => one.scopeSpans).flatMap((one) => one.spans));
    this.logs.push(
      ...resourceLogs.flatMap((one) => one.scopeLogs).flatMap((one) => one.logRecords),
    );
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
