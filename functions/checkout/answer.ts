/** What a caller is told. */
export interface Answer {
  readonly status: number;
  readonly contentType: "application/json" | "application/problem+json";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Headers = Readonly<Record<string, string>>;

export const answer = (status: number, body: unknown, headers: Headers = {}): Answer => ({
  ...{ status, headers, body },
  contentType: "application/json",
});

/** RFC 9457: what is wrong, in words that quote nothing of the request. */
export const problem = (status: number, title: string, headers: Headers = {}): Answer => ({
  ...{ status, headers },
  contentType: "application/problem+json",
  body: { title, status },
});

/** What cannot be done now and can in a moment. */
export const unavailable = (title: string): Answer => problem(503, title, { "retry-after": "1" });
