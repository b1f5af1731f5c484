import type { IncomingMessage } from "node:http";
import { HttpStub, type Answer } from "./http";

interface Write {
  readonly update: { readonly name: string; readonly fields: Record<string, unknown> };
  readonly currentDocument?: { readonly exists?: boolean };
}

const METADATA = { "metadata-flavor": "Google" };

/**
 * `commit` with a create precondition and `batchGet`, as Firestore answers them over REST;
 * beside it the metadata server that gives a function on Google Cloud its access token.
 */
export class FirestoreStub extends HttpStub {
  readonly documents = new Map<string, Write["update"]>();

  /** Environment under which Google's client finds the metadata server here, and no other. */
  get credentials(): Record<string, string> {
    return { GCE_METADATA_HOST: this.host, METADATA_SERVER_DETECTION: "assume-present" };
  }

  protected override always({ url = "" }: IncomingMessage): Answer | undefined {
    if (!url.startsWith("/computeMetadata/")) return undefined;
    const token = { access_token: "test", expires_in: 3600, token_type: "Bearer" };
    const body = url.includes("/token") ? token : "googleapis.com";
    return { status: 200, body, headers: METADATA };
  }

  protected override answer(request: IncomingMessage, body: unknown) {
    const url = request.url ?? "";
    if (url.includes(":commit")) return this.commit((body as { writes: Write[] }).writes);
    if (url.includes(":batchGet")) return this.get((body as { documents: string[] }).documents);
    return { status: 404, body: { error: { code: 404, status: "NOT_FOUND", message: url } } };
  }

  private commit(writes: readonly Write[]) {
    for (const { update, currentDocument } of writes) {
      if (currentDocument?.exists === false && this.documents.has(update.name)) {
        const error = { code: 409, status: "ALREADY_EXISTS", message: "Document already exists" };
        return { status: 409, body: { error } };
      }
      this.documents.set(update.name, update);
    }
    const time = "2026-01-15T09:30:00.000000Z";
    return { status: 200, body: { writeResults: [{ updateTime: time }], commitTime: time } };
  }

  private get(names: readonly string[]) {
    const time = "2026-01-15T09:30:00.000000Z";
    const body = names.map((name) => {
      const found = this.documents.get(name);
      return found === undefined
        ? { missing: name, readTime: time }
        : { found: { ...found, createTime: time, updateTime: time }, readTime: time };
    });
    return { status: 200, body };
  }
}
