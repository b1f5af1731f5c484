import { createHash } from "node:crypto";
import {
  Firestore,
  Timestamp,
  type DocumentReference,
  type Settings,
} from "@google-cloud/firestore";
import type { OrderRecord } from "../record";
import { StoreError, type PutResult, type Store } from "./store";

/**
 * Bound on one call with its retries, in milliseconds. A delivery makes two calls at most, so
 * that the answer comes within the shortest acknowledgement deadline we declare (60 s).
 */
export const CALL_LIMIT = 10_000;

/** gRPC status codes by number: the client reports numbers only. */
const CODES: Readonly<Record<number, string>> = {
  1: "CANCELLED",
  3: "INVALID_ARGUMENT",
  4: "DEADLINE_EXCEEDED",
  5: "NOT_FOUND",
  6: "ALREADY_EXISTS",
  7: "PERMISSION_DENIED",
  8: "RESOURCE_EXHAUSTED",
  9: "FAILED_PRECONDITION",
  10: "ABORTED",
  13: "INTERNAL",
  14: "UNAVAILABLE",
  16: "UNAUTHENTICATED",
};

export interface FirestoreOptions {
  readonly project: string;
  readonly database: string;
  readonly collection: string;
}

/** Orders in a Firestore collection whose TTL policy is on `ttl`. */
export class FirestoreStore implements Store {
  private readonly firestore: Firestore;

  /** @param settings of the client, beside its place; used by tests only */
  constructor(
    private readonly options: FirestoreOptions,
    private readonly limit: number = CALL_LIMIT,
    settings: Settings = {},
  ) {
    const { project: projectId, database: databaseId } = options;
    // REST: a cold start without gRPC, and one HTTP request for the one write.
    this.firestore = new Firestore({ preferRest: true, ...settings, projectId, databaseId });
  }

  async putOnce(record: OrderRecord): Promise<PutResult> {
    const document = this.document(record.eventId);
    const ttl = Timestamp.fromMillis(record.ttl * 1000);
    try {
      await this.bounded(document.create({ ...record, ttl }));
      return { kind: "written" };
    } catch (error) {
      if (codeOf(error) !== "ALREADY_EXISTS") throw new StoreError(codeOf(error));
      return { kind: "exists", digest: await this.digest(document) };
    }
  }

  /**
   * The document is named by a hash of `eventId`: a name must not hold "/", and names that count
   * up would make one hot range. `eventId` itself is a field, and indexed as such.
   */
  private document(eventId: string): DocumentReference {
    const name = createHash("sha256").update(eventId).digest("hex");
    return this.firestore.collection(this.options.collection).doc(name);
  }

  private async digest(document: DocumentReference): Promise<string> {
    const digest: unknown = await this.bounded(document.get()).then(
      (snapshot) => snapshot.get("digest"),
      (error: unknown) => Promise.reject(new StoreError(codeOf(error))),
    );
    // Gone between the write and the read (TTL): the next delivery writes it.
    if (typeof digest !== "string") throw new StoreError("RecordVanished");
    return digest;
  }

  /** The client would wait for a minute; what it still does after our answer is idempotent. */
  private async bounded<T>(call: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreError("DEADLINE_EXCEEDED")), this.limit);
    });
    return Promise.race([call, expired]).finally(() => clearTimeout(timer));
  }
}

function codeOf(error: unknown): string {
  if (error instanceof StoreError) return error.code;
  const code: unknown = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "number" ? (CODES[code] ?? "UNKNOWN") : "UNKNOWN";
}
