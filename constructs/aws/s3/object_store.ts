import { S3BucketMetric } from "@cdktf/provider-aws/lib/s3-bucket-metric";
import { S3BucketNotification } from "@cdktf/provider-aws/lib/s3-bucket-notification";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { Construct } from "constructs";
import type { Immutable, ObjectStore as Settled } from "../../../model/stores/object_settled";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { BucketGrants } from "../identity/bucket_grants";
import type { Statement } from "../policy";
import { lifecycleOf } from "./lifecycle";
import { PrivateBucket } from "./private_bucket";

export interface ObjectStoreProps {
  /** Settled: tier, versions, immutability. */
  readonly store: Settled;

  /** Physical names, made in `model/names.ts`. */
  readonly names: { readonly bucket: string; readonly metrics: string };

  readonly location: Location;

  /** ARN of the customer key that encrypts objects. */
  readonly encryptionKeyArn: string;

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
    const { immutable, events } = props.store;
    if (immutable) this.lock(immutable);
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
      objectLock: store.immutable !== undefined,
    });
  }

  private lock({ mode, days }: Immutable): void {
    new S3BucketObjectLockConfigurationA(this, "lock", {
      bucket: this.bucketName,
      rule: { defaultRetention: { mode: mode.toUpperCase(), days } },
      dependsOn: [this.bucket.versioning],
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

/** Beside what comes without TLS, refuses its versions before 1.2. */
const modernTls = (arn: string): Statement => ({
  sid: "DenyOldTls",
  effect: "Deny",
  principals: "*",
  actions: ["s3:*"],
  resources: [arn, `${arn}/*`],
  conditions: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
});
