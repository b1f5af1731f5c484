export type Level = "INFO" | "WARN" | "ERROR";

/** All that a line may say. Closed on purpose: there is no member for a cart, an order, a key or a token. */
export interface Fields {
  readonly requestId?: string;
  readonly routeKey?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly port?: number;
}

export type Log = (level: Level, message: string, fields: Fields) => void;

/** One JSON object a line on the given sink. */
export const jsonLog =
  (
    sink: (line: string) => void,
    clock: () => number,
    context: Readonly<Record<string, string>>,
  ): Log =>
  (level, message, fields) => {
    const timestamp = new Date(clock()).toISOString();
    sink(`${JSON.stringify({ timestamp, level, message, ...context, ...fields })}\n`);
  };
