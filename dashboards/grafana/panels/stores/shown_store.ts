import type { Service, Store } from "../../../../model/service";
import type { Link } from "../../links";

/** A store as a board shows it. */
export interface ShownStore {
  readonly service: Service;
  readonly store: Store;
  /** What its panels' titles begin with. */
  readonly title: string;
  /** The number of its first panel; its others follow. */
  readonly id: number;
  /** Where a click on a latency leads. */
  readonly traces: readonly Link[];
}
