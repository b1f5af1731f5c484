import type { IncomingMessage } from "node:http";

/** What a body came to. */
export type Body =
  | { readonly kind: "text"; readonly text: string | undefined }
  | { readonly kind: "tooLarge" }
  /** The caller went away. */
  | { readonly kind: "gone" };

/** Reads a body of UTF-8 up to so many bytes; what is no UTF-8 is no text. */
export function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > limit) {
    return Promise.resolve({ kind: "tooLarge" });
  }
  return new Promise((settle) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else settle({ kind: "tooLarge" });
    });
    request.once("end", () => settle({ kind: "text", text: decode(Buffer.concat(chunks)) }));
    request.once("error", () => settle({ kind: "gone" }));
    request.once("close", () => settle({ kind: "gone" }));
  });
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
