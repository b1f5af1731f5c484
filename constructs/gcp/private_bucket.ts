import {
  StorageBucket,
  type StorageBucketLifecycleRule,
} from "@cdktf/provider-google/lib/storage-bucket";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { Key } from "./keys";
import { checkBucketName } from "./limits";
import type { Labels, Project } from "./project";

export interface PrivateBucketProps {
  readonly place: Project;

  /** Bucket names are global and have 63 characters at most. */
  readonly name: string;

  /** Encrypts every object; the Cloud Storage agent must be among its users. */
  readonly key: Key;

  /**
   * When an old version of an object goes: both must hold.
   *
   * @default - 30 days after it was replaced, and 3 newer versions
   */
  readonly oldVersions?: { readonly days: number; readonly newer: number };

  /**
   * Days for which a deleted object can be brought back, 7 to 90.
   *
   * @default 7
   */
  readonly softDeleteDays?: number;

  /**
   * Delete the bucket with all that is in it. Versions are never gone by themselves, so that without it
   * only a bucket that never held anything can be deleted.
   *
   * @default false
   */
  readonly disposable?: boolean;

  /**
   * Refuse to plan the bucket's deletion.
   *
   * @default false
   */
  readonly preventDestroy?: boolean;

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/** A versioned bucket with the customer's key that can never be made public. */
export class PrivateBucket extends Construct {
  readonly resource: StorageBucket;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    checkBucketName(this, props.name);
    const { place, key, labels, preventDestroy = false } = props;
    this.resource = new StorageBucket(this, MAIN, {
      ...{ name: props.name, project: place.project, location: place.region },
      // Access by IAM alone, and no IAM grant to everyone is accepted.
      uniformBucketLevelAccess: true,
      publicAccessPrevention: "enforced",
      forceDestroy: props.disposable ?? false,
      versioning: { enabled: true },
      encryption: { defaultKmsKeyName: key.id },
      softDeletePolicy: { retentionDurationSeconds: (props.softDeleteDays ?? 7) * 86_400 },
      lifecycleRule: [expire(props.oldVersions ?? { days: 30, newer: 3 })],
      ...(labels === undefined ? {} : { labels }),
      ...(preventDestroy ? { lifecycle: { preventDestroy } } : {}),
      dependsOn: [...key.grants],
    });
  }
}

function expire({ days, newer }: { days: number; newer: number }): StorageBucketLifecycleRule {
  return {
    action: { type: "Delete" },
    condition: { daysSinceNoncurrentTime: days, numNewerVersions: newer, withState: "ARCHIVED" },
  };
}
