/** One contract in two commits. */
export interface Sides {
  /** The files of each commit. */
  readonly base: string;
  readonly head: string;
  /** Below both. */
  readonly file: string;
  /** A folder to write to, empty for each contract. */
  readonly scratch: string;
  /** All contracts of the head, of which each is told once. */
  readonly named: ReadonlySet<string>;
}
