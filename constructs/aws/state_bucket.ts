import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { bucketArn } from "./arn";
import { policyDocument, tlsOnly, type Statement } from "./policy";

export interface StateBucketProps {
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
  readonly bucket: S3Bucket;

  constructor(scope: Construct, id: string, props: StateBucketProps) {
    super(scope, id);
    this.bucket = this.makeBucket(props);
    const privacy = this.keepPrivate();
    this.encrypt(props.encryptionKeyArn);
    this.keepHistory(props.historyDays ?? 90);
    this.guard(props, privacy);
  }

  private makeBucket(props: StateBucketProps): S3Bucket {
    return new S3Bucket(this, MAIN, {
      bucket: props.bucketName,
      ...((props.protected ?? true) ? { lifecycle: { preventDestroy: true } } : {}),
    });
  }

  private keepPrivate(): S3BucketPublicAccessBlock {
    const { bucket } = this.bucket;
    new S3BucketOwnershipControls(this, "ownership", {
      bucket,
      rule: { objectOwnership: "BucketOwnerEnforced" },
    });
    return new S3BucketPublicAccessBlock(this, "public-access", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  }

  private encrypt(kmsMasterKeyId: string): void {
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.bucket,
      rule: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId },
          bucketKeyEnabled: true,
        },
      ],
    });
  }

  private keepHistory(days: number): void {
    const { bucket } = this.bucket;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: [oldVersions(days), lockFiles()],
      dependsOn: [versioning],
    });
  }

  /** S3 refuses two changes of a bucket's access at once: the policy waits for the block. */
  private guard(props: StateBucketProps, privacy: S3BucketPublicAccessBlock): void {
    const arn = bucketArn(props.region, this.bucket.bucket);
    const statements = [tlsOnly("s3:*", [arn, `${arn}/*`])];
    new S3BucketPolicy(this, "policy", {
      bucket: this.bucket.bucket,
      policy: policyDocument(
        (props.protected ?? true) ? [...statements, ...denyDelete(arn)] : statements,
      ),
      dependsOn: [privacy],
    });
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
