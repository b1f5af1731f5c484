import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { Immutable } from "../../../model/stores/object_settled";
import { MAIN } from "../../logical_id";
import { bucketArn } from "../arn";
import { policyDocument, tlsOnly, type Statement } from "../policy";

export interface PrivateBucketProps {
  /** Global: no other bucket of anybody may have it. */
  readonly bucketName: string;

  /** Such as `us-east-1`. */
  readonly region: string;

  /**
   * ARN of the customer key that encrypts objects; undefined is S3's own key, which is for the one writer that uses no other:
   * an application load balancer, whose logs never come where a customer key is asked for.
   */
  readonly encryptionKeyArn: string | undefined;

  /** What becomes of objects and their versions as they grow old. */
  readonly lifecycle: S3BucketLifecycleConfigurationRule[];

  /**
   * What the bucket's policy says beside that nobody may come without TLS.
   *
   * @default - nothing
   */
  readonly statements?: (arn: string) => readonly Statement[];

  /**
   * Let Terraform refuse to destroy the bucket.
   *
   * @default true
   */
  readonly preventDestroy?: boolean;

  /**
   * Lock each version for so long. S3 takes it for a new bucket only.
   *
   * @default - versions are not locked
   */
  readonly immutable?: Immutable | undefined;
}

/** There is no key that a bucket could have one of. AWS says so of itself, so that what is left out shows as a difference. */
const BY_S3 = {
  applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" },
  bucketKeyEnabled: false,
};

const byKey = (kmsMasterKeyId: string) => ({
  applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId },
  bucketKeyEnabled: true,
});

/** A bucket that is nobody's but ours: no ACLs, nothing public, TLS only, encrypted, versioned. */
export class PrivateBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
  /** What is refused until it says otherwise waits for it. */
  readonly policy: S3BucketPolicy;
  /** Composed from the name, so that it is known when a plan is made. */
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: PrivateBucketProps,
  ) {
    super(scope, id);
    this.bucket = this.makeBucket();
    this.arn = bucketArn(props.region, this.bucket.bucket);
    const privacy = this.keepPrivate();
    this.encrypt();
    this.versioning = this.keepVersions();
    this.policy = this.guard(privacy);
    if (props.immutable) this.lock(props.immutable);
  }

  private makeBucket(): S3Bucket {
    const { bucketName, preventDestroy = true, immutable } = this.props;
    return new S3Bucket(this, MAIN, {
      bucket: bucketName,
      ...(immutable ? { objectLockEnabled: true } : {}),
      ...(preventDestroy ? { lifecycle: { preventDestroy } } : {}),
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

  private encrypt(): void {
    const { encryptionKeyArn: kmsMasterKeyId } = this.props;
    new S3BucketServerSideEncryptionConfigurationA(this, "encryption", {
      bucket: this.bucket.bucket,
      rule: [kmsMasterKeyId === undefined ? BY_S3 : byKey(kmsMasterKeyId)],
    });
  }

  private keepVersions(): S3BucketVersioningA {
    const { bucket } = this.bucket;
    const versioning = new S3BucketVersioningA(this, "versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "lifecycle", {
      bucket,
      rule: this.props.lifecycle,
      dependsOn: [versioning],
    });
    return versioning;
  }

  private lock({ mode, days }: Immutable): void {
    new S3BucketObjectLockConfigurationA(this, "lock", {
      bucket: this.bucket.bucket,
      rule: { defaultRetention: { mode: mode.toUpperCase(), days } },
      dependsOn: [this.versioning],
    });
  }

  /** S3 refuses two changes of a bucket's access at once: the policy waits for the block. */
  private guard(privacy: S3BucketPublicAccessBlock): S3BucketPolicy {
    const others = this.props.statements?.(this.arn) ?? [];
    return new S3BucketPolicy(this, "policy", {
      bucket: this.bucket.bucket,
      policy: policyDocument([tlsOnly("s3:*", [this.arn, `${this.arn}/*`]), ...others]),
      dependsOn: [privacy],
    });
  }
}
