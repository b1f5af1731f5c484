import { S3BucketMetric } from "@cdktf/provider-aws/lib/s3-bucket-metric";
import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { Construct } from "constructs";
import type {
  ObjectStore as Settled,
  Replica as SettledReplica,
} from "../../../model/stores/object_settled";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { BucketGrants } from "../identity/bucket_grants";
import type { Statement } from "../policy";
import { lifecycleOf } from "./lifecycle";
import { modernTls } from "./modern_tls";
import { PrivateBucket } from "./private_bucket";
import { Replica } from "./replica";
import { Replication } from "./replication";

/** Physical names, made in `model/names.ts`. */
export interface ObjectStoreNames {
  readonly bucket: string;
  readonly metrics: string;
  /** Of the copy in another region; the key's alias with `alias/`. */
  readonly replica: { readonly bucket: string; readonly role: string; readonly keyAlias: string };
}

export interface ObjectStoreProps {
  /** Settled: tier, versions, immutability, copy. */
  readonly store: Settled;

  /** Physical names, made in `model/names.ts`. */
  readonly names: ObjectStoreNames;

  readonly location: Location;

  /** ARN of the customer key that encrypts objects. */
  readonly encryptionKeyArn: string;

  /**
   * Days between the order to delete the key of the copy and its deletion, 7 to 30.
   *
   * @default 30
   */
  readonly keyDeletionWindowDays?: number;

  /**
   * Who may come beside those whom the account's own policies let.
   *
   * @default - nobody
   */
  readonly statements?: (arn: string, store: string) => readonly Statement[];
}

/** A store of objects: a private bucket whose objects go down through the classes of S3, counted and told of. */
export class ObjectStore extends Construct {
  readonly bucket: PrivateBucket;
  readonly grants: BucketGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ObjectStoreProps,
  ) {
    super(scope, id);
    this.bucket = this.makeBucket();
    this.grants = new BucketGrants({ ...props, bucketArn: this.bucket.arn });
    const { events, replica } = props.store;
    if (replica) this.copyTo(replica);
    if (events) this.tellEventBridge();
    this.countRequests();
  }

  /** As a reference, so that what uses it waits for the bucket. */
  get bucketName(): string {
    return this.bucket.bucket.bucket;
  }

  private makeBucket(): PrivateBucket {
    const { store, names, location, encryptionKeyArn, statements } = this.props;
    return new PrivateBucket(this, MAIN, {
      bucketName: names.bucket,
      region: location.region,
      encryptionKeyArn,
      lifecycle: lifecycleOf(store),
      statements: (arn) => [modernTls(arn), ...(statements?.(arn, store.name) ?? [])],
      preventDestroy: store.deletionProtection,
      immutable: store.immutable,
    });
  }

  private copyTo(replica: SettledReplica): void {
    const { store, names, location, encryptionKeyArn, keyDeletionWindowDays = 30 } = this.props;
    const there = { account: location.account, region: replica.region };
    const copy = new Replica(this, "replica", {
      ...{ store, replica, names: names.replica, location: there, keyDeletionWindowDays },
    });
    new Replication(this, "replication", {
      roleName: names.replica.role,
      source: { bucket: this.bucket, keyArn: encryptionKeyArn, location },
      copy: { bucket: copy.bucket, keyArn: copy.key.arn, location: there },
      ...{ deletes: replica.deletes, timeControl: replica.timeControl },
      locked: store.immutable !== undefined,
    });
  }

  private tellEventBridge(): void {
    new S3BucketNotification(this, "events", { bucket: this.bucketName, eventbridge: true });
  }

  /** S3 counts requests of a bucket only where it is asked to. */
  private countRequests(): void {
    new S3BucketMetric(this, "requests", {
      bucket: this.bucketName,
      name: this.props.names.metrics,
    });
  }
}
