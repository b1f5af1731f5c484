/** Where files are, which this room does not know itself. */
export interface Disk {
  readonly read: (path: string) => string;
  /** Makes the folder too. */
  readonly write: (path: string, text: string) => void;
}
