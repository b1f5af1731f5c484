import type { S3BucketLifecycleConfigurationRule } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import type { ObjectStore, Transition } from "../../../model/stores/object_settled";

/** S3's classes; all but `DEEP_ARCHIVE` answer at once. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html */
const CLASSES: Readonly<Record<Transition["to"], string>> = {
  warm: "STANDARD_IA",
  cold: "GLACIER_IR",
  archive: "DEEP_ARCHIVE",
  auto: "INTELLIGENT_TIERING",
};

/** Parts of uploads that never ended are in no listing, and paid for. */
const UPLOAD_DAYS = 7;

const everything = (id: string) => ({ id, status: "Enabled", filter: [{ prefix: "" }] });

/** What becomes of a store's objects: down through the classes of its tier, and old versions out. */
export function lifecycleOf(store: ObjectStore): S3BucketLifecycleConfigurationRule[] {
  const { transitions, expireDays, oldVersionDays } = store;
  const objects = [
    ...(transitions.length === 0
      ? []
      : [{ ...everything("tiers"), transition: down(transitions) }]),
    ...(expireDays ? [{ ...everything("expiry"), expiration: [{ days: expireDays }] }] : []),
  ];
  return [...objects, leftovers(oldVersionDays, expireDays)];
}

const down = (transitions: readonly Transition[]) =>
  transitions.map(({ to, afterDays }) => ({ days: afterDays, storageClass: CLASSES[to] }));

/** S3 removes the marks of deleted objects itself where objects expire, and takes one of both only. */
const leftovers = (noncurrentDays: number, expireDays: number | undefined) => ({
  ...everything("leftovers"),
  noncurrentVersionExpiration: [{ noncurrentDays }],
  ...(expireDays ? {} : { expiration: [{ expiredObjectDeleteMarker: true }] }),
  abortIncompleteMultipartUpload: [{ daysAfterInitiation: UPLOAD_DAYS }],
});
