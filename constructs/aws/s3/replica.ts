import { Construct } from "constructs";
import type { ObjectStore, Replica as Settled } from "../../../model/stores/object_settled";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { Key } from "../key";
import { placeIn } from "../region_provider";
import { lifecycleOf } from "./lifecycle";
import { modernTls } from "./modern_tls";
import { PrivateBucket } from "./private_bucket";

export interface ReplicaProps {
  /** The store that is copied. */
  readonly store: ObjectStore;

  /** Settled: region, classes, deletes. */
  readonly replica: Settled;

  /** Physical names, made in `model/names.ts`; the alias with `alias/`. */
  readonly names: { readonly bucket: string; readonly keyAlias: string };

  /** Account and region of the copy. */
  readonly location: Location;

  /**
   * Days between the order to delete the copy's key and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;
}

/** The bucket in another region that holds the copy of a store, with a key of that region: keys never leave theirs. */
export class Replica extends Construct {
  readonly bucket: PrivateBucket;
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ReplicaProps) {
    super(scope, id);
    this.key = this.makeKey(props);
    this.bucket = this.makeBucket(props);
    placeIn(this, props.location);
  }

  private makeKey({ names, location, keyDeletionWindowDays = 30 }: ReplicaProps): Key {
    return new Key(this, "key", {
      alias: names.keyAlias,
      description: `Encrypts the copy of a store in ${names.bucket}.`,
      location,
      deletionWindowDays: keyDeletionWindowDays,
    });
  }

  /** Old versions and deletion protection as in the store; what expires there is no delete that S3 copies. */
  private makeBucket({ store, replica, names, location }: ReplicaProps): PrivateBucket {
    return new PrivateBucket(this, MAIN, {
      bucketName: names.bucket,
      region: location.region,
      encryptionKeyArn: this.key.arn,
      lifecycle: lifecycleOf({ ...store, transitions: replica.transitions }),
      statements: (arn) => [modernTls(arn)],
      preventDestroy: store.deletionProtection,
      // S3 copies what is locked into a bucket with locks alone.
      immutable: store.immutable,
    });
  }
}
