import { Construct } from "constructs";
import type { Placement } from "../../../model/cells/router/entries";
import type { Router } from "../../../model/cells/router/router";
import { EdgeFunction, type EdgeFunctionLogs } from "./edge_function";
import { routerText } from "./router_text";
import { RoutingTable } from "./routing_table";

export interface CellRouterProps {
  /** What function and store are called, unique in an account; `model/names.ts` makes it. */
  readonly name: string;

  /** What it leads to, in a sentence. */
  readonly description: string;

  /** The text of `functions/edge/router.js`. */
  readonly source: string;

  /** Where a request says whose it is; settled. */
  readonly router: Router;

  /** Whose buckets and pinned keys are where. */
  readonly placement: Placement;

  /**
   * Where CloudFront writes what the code says, in us-east-1.
   *
   * @default - in clear and for ever, from the first word on
   */
  readonly logs?: EdgeFunctionLogs;
}

/** Code that sends each request to the cell of its user, and the table by which it does. It starts when the table is whole. */
export class CellRouter extends Construct {
  readonly table: RoutingTable;
  /** What runs for each request. */
  readonly code: EdgeFunction;

  constructor(scope: Construct, id: string, props: CellRouterProps) {
    super(scope, id);
    const { name, description, source, router, placement, logs } = props;
    this.table = new RoutingTable(this, "table", { name, placement });
    const pins = Object.keys(placement.pinned).length > 0;
    this.code = new EdgeFunction(this, "code", {
      ...{ name, description, code: routerText(source, router, pins) },
      ...{ store: this.table.store.arn, dependsOn: this.table.keys },
      ...(logs === undefined ? {} : { logs }),
    });
  }

  /** The function's ARN, for the behaviours of a distribution. */
  get arn(): string {
    return this.code.function.arn;
  }
}
