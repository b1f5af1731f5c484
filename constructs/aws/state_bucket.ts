import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { Statement } from "./policy";
import { PrivateBucket } from "./s3/private_bucket";

export interface StateBucketProps {
  /** Global: no other bucket of anybody may have it. */
  readonly bucketName: string;

  /** Such as `us-east-1`. */
  readonly region: string;

  /** ARN of the customer key that encrypts state. */
  readonly encryptionKeyArn: string;

  /**
   * Nobody may delete the bucket or a version of a state, and Terraform refuses to destroy it.
   *
   * @default true
   */
  readonly protected?: boolean;

  /**
   * Days for which an old version of a state is kept.
   *
   * @default 90
   */
  readonly historyDays?: number;
}

/** Lock files have about 250 bytes; a state that holds a resource has more than this. */
const LOCK_FILE_BYTES = 1024;

/** The bucket of every stack's state: private, encrypted, versioned; an old state can be brought back. */
export class StateBucket extends Construct {
  /** The `aws_s3_bucket`. */
  readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    const { protected: isProtected = true, historyDays = 90, ...own } = props;
    const { bucket } = new PrivateBucket(this, MAIN, {
      ...own,
      lifecycle: [oldVersions(historyDays), lockFiles()],
      statements: isProtected ? denyDelete : () => [],
      preventDestroy: isProtected,
    });
    this.bucket = bucket;
  }
}

/** Locks are released by a delete that leaves a version behind: only deleting versions is refused. */
function denyDelete(arn: string): Statement[] {
  return [
    {
      sid: "DenyDeleteBucket",
      effect: "Deny",
      principals: "*",
      actions: ["s3:DeleteBucket"],
      resources: [arn],
    },
    {
      sid: "DenyDeleteHistory",
      effect: "Deny",
      principals: "*",
      actions: ["s3:DeleteObjectVersion"],
      resources: [`${arn}/*`],
    },
  ];
}

function oldVersions(noncurrentDays: number) {
  return {
    id: "old-versions",
    status: "Enabled",
    filter: [{ prefix: "" }],
    noncurrentVersionExpiration: [{ noncurrentDays }],
    // Each release of a lock leaves one.
    expiration: [{ expiredObjectDeleteMarker: true }],
    abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
  };
}

/** S3 cannot choose objects by the end of their name, so lock files are told by their size. */
function lockFiles() {
  return {
    id: "lock-files",
    status: "Enabled",
    filter: [{ objectSizeLessThan: LOCK_FILE_BYTES }],
    noncurrentVersionExpiration: [{ noncurrentDays: 1 }],
  };
}
