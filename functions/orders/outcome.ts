/** What became of one delivery. */
export type Outcome =
  | { readonly status: "processed" | "duplicate" }
  | {
      readonly status: "failed";
      readonly reason: string;
      /** Trying again cannot help. */
      readonly poison: boolean;
      /** It was the last attempt: the queue makes it a dead letter. */
      readonly setAside: boolean;
    };
