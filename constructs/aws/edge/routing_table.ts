import { CloudfrontKeyValueStore } from "@cdktf/provider-aws/lib/cloudfront-key-value-store";
import { CloudfrontkeyvaluestoreKey } from "@cdktf/provider-aws/lib/cloudfrontkeyvaluestore-key";
import { Construct } from "constructs";
import { routerEntries, type Placement } from "../../../model/cells/router/entries";
import { refuse } from "../../expected";
import { literal } from "../../literal";
import { MAIN } from "../../logical_id";

export interface RoutingTableProps {
  /** Unique in an account; `model/names.ts` makes it. */
  readonly name: string;

  /** Whose buckets and pinned keys are where. */
  readonly placement: Placement;
}

/** CloudFront's bounds. @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-keyvaluestores */
const LONGEST_NAME = 64;
const MOST_BYTES = 1_024;

/**
 * A key-value store at every edge of CloudFront with a fleet's table. Each part of the table is a resource of its own, and no other key of the store is
 * anybody's here: the secrets of tokens stand beside them, and neither a plan nor a state has those.
 */
export class RoutingTable extends Construct {
  readonly store: CloudfrontKeyValueStore;
  readonly keys: readonly CloudfrontkeyvaluestoreKey[];

  constructor(scope: Construct, id: string, { name, placement }: RoutingTableProps) {
    super(scope, id);
    const entries = routerEntries(placement);
    const long = entries.find(({ value }) => Buffer.byteLength(value) > MOST_BYTES);
    refuse(this, [
      name.length > LONGEST_NAME &&
        `expected a name of at most ${LONGEST_NAME} characters, got ${name}, which has ${name.length}`,
      long !== undefined &&
        `expected values of at most ${MOST_BYTES} bytes, got ${Buffer.byteLength(long.value)} of ${long.key}; give cells shorter names`,
    ]);
    this.store = new CloudfrontKeyValueStore(this, MAIN, {
      name,
      comment: "Says in which cell each user is, and holds the secrets of their tokens.",
    });
    this.keys = entries.map(
      ({ key, value }) =>
        new CloudfrontkeyvaluestoreKey(this, key.replace(":", "-"), {
          ...{ keyValueStoreArn: this.store.arn, key, value: literal(value) },
        }),
    );
  }
}
