/** What a renderer returns; only `main.ts` and `operations/` write it. */
export interface RenderedFile {
  /** Below `out/<environment>/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
