import type { PanelSpec } from "./panel";

/** A row of a board. */
export interface Row {
  readonly title: string;
  readonly panels: readonly PanelSpec[];
}
