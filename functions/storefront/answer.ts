/** What a caller is told, the same for every cloud. */
export interface Answer {
  readonly status: number;
  readonly contentType: "application/json" | "application/problem+json";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export const answer = (status: number, body?: unknown): Answer => ({
  ...{ status, body },
  contentType: "application/json",
});

/** RFC 9457: what is wrong, in words that quote nothing of the request. */
export const problem = (
  status: number,
  title: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  ...{ status, headers },
  contentType: "application/problem+json",
  body: { title, status },
});
