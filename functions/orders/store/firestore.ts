import { createHash } from "node:crypto";
import { Firestore, Timestamp, type DocumentReference } from "@google-cloud/firestore";
import type { OrderRecord } from "../record";
import { StoreError, type PutResult, type Store } from "./store";

/**
 * Bound on one call with its retries, in milliseconds. A delivery makes two calls at most, so
 * that the answer comes within the shortest acknowledgement deadline we declare (60 s).
 */
const CALL_LIMIT = 10_000;

/**
 * The codes under which a failed precondition arrives: ALREADY_EXISTS over gRPC and its HTTP
 * status, which is what the client passes on over REST. HTTP says 409 for an aborted write too:
 * both are settled by reading what stands.
 */
const CONFLICTS: readonly unknown[] = [6, 409];

export interface FirestoreOptions {
  readonly project: string;
  readonly database: string;
  readonly collection: string;
}

/** Orders in a Firestore collection whose TTL policy is on `ttl`. */
export class FirestoreStore implements Store {
  private readonly firestore: Firestore;

  constructor(private readonly options: FirestoreOptions) {
    const { project: projectId, database: databaseId } = options;
    // REST: a cold start without gRPC, and one HTTP request for the one write.
    this.firestore = new Firestore({ preferRest: true, projectId, databaseId });
  }

  async putOnce(record: OrderRecord): Promise<PutResult> {
    const document = this.document(record.eventId);
    const ttl = Timestamp.fromMillis(record.ttl * 1000);
    try {
      await this.bounded(document.create({ ...record, ttl }));
      return { kind: "written" };
    } catch (error) {
      if (!CONFLICTS.includes(codeOf(error))) throw storeError(error);
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
      (error: unknown) => Promise.reject(storeError(error)),
    );
    // Nothing stands (aborted, or removed by TTL just now): the next delivery writes it.
    if (typeof digest !== "string") throw new StoreError("NoRecord");
    return digest;
  }

  /** The client would wait for a minute; what it still does after our answer is idempotent. */
  private async bounded<T>(call: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const expired = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreError("TimeoutError")), CALL_LIMIT);
    });
    return Promise.race([call, expired]).finally(() => clearTimeout(timer));
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

function storeError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (typeof code !== "number") return new StoreError("unknown");
  return new StoreError(code < 100 ? `gRPC status ${code}` : `HTTP status ${code}`);
}
