import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import {
  S3BucketReplicationConfigurationA,
  type S3BucketReplicationConfigurationRuleDestination,
} from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { Construct } from "constructs";
import { REPLICATION_RULE } from "../../../model/names";
import { MAIN } from "../../logical_id";
import type { Location } from "../arn";
import { via } from "../grants";
import { takenBy } from "../identity/trust";
import { policyDocument, type Grant } from "../policy";
import type { PrivateBucket } from "./private_bucket";

/** One end of the way: a bucket, and the key that encrypts what is in it. */
export interface ReplicationEnd {
  readonly bucket: PrivateBucket;
  readonly keyArn: string;
  readonly location: Location;
}

export interface ReplicationProps {
  /** Of the role with which S3 copies; made in `model/names.ts`. */
  readonly roleName: string;

  /** Where objects are written. */
  readonly source: ReplicationEnd;

  /** Where they are copied to. */
  readonly copy: ReplicationEnd;

  /** Whether what is deleted in the source is hidden in the copy. */
  readonly deletes: boolean;

  /** Whether versions are locked, and their locks copied. */
  readonly locked: boolean;

  /** Whether S3 promises to copy within 15 minutes. */
  readonly timeControl: boolean;
}

/** The one time that S3 promises. */
const MINUTES = 15;

/** S3 is not said to name its source when it copies, so no condition asks for one. */
const TAKEN_BY_S3 = takenBy("s3.amazonaws.com");

/** Copies every object of one bucket into another, with a role that can do nothing else, and counts what it does. */
export class Replication extends Construct {
  readonly role: IamRole;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ReplicationProps,
  ) {
    super(scope, id);
    this.role = this.makeRole();
    const policy = this.makePolicy();
    const { source, copy } = props;
    new S3BucketReplicationConfigurationA(this, MAIN, {
      bucket: source.bucket.bucket.bucket,
      role: this.role.arn,
      rule: [this.rule()],
      // S3 takes the rule for versioned buckets alone, and does not try again what it was refused.
      dependsOn: [policy, source.bucket.versioning, copy.bucket.versioning],
    });
  }

  private rule() {
    return {
      ...{ id: REPLICATION_RULE, priority: 1, status: "Enabled" },
      filter: { prefix: "" },
      deleteMarkerReplication: { status: this.props.deletes ? "Enabled" : "Disabled" },
      sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
      destination: this.destination(),
    };
  }

  /** Metrics with or without time control, which alone knows of a threshold. */
  private destination(): S3BucketReplicationConfigurationRuleDestination {
    const { copy, timeControl } = this.props;
    const promised = { minutes: MINUTES };
    return {
      bucket: copy.bucket.arn,
      encryptionConfiguration: { replicaKmsKeyId: copy.keyArn },
      metrics: { status: "Enabled", ...(timeControl ? { eventThreshold: promised } : {}) },
      ...(timeControl ? { replicationTime: { status: "Enabled", time: promised } } : {}),
    };
  }

  private makeRole(): IamRole {
    return new IamRole(this, "role", {
      name: this.props.roleName,
      description: `With it, S3 copies a store to ${this.props.copy.location.region}.`,
      assumeRolePolicy: TAKEN_BY_S3,
    });
  }

  private makePolicy(): IamRolePolicy {
    return new IamRolePolicy(this, "grants", {
      name: this.props.roleName,
      role: this.role.name,
      policy: policyDocument([...this.reads(), ...this.writes()]),
    });
  }

  /** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html */
  private reads(): Grant[] {
    const { bucket, keyArn, location } = this.props.source;
    return [
      {
        sid: "ReadRule",
        actions: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        resources: [bucket.arn],
      },
      {
        sid: "ReadVersions",
        actions: [
          "s3:GetObjectVersionAcl",
          "s3:GetObjectVersionForReplication",
          "s3:GetObjectVersionTagging",
          ...(this.props.locked ? ["s3:GetObjectLegalHold", "s3:GetObjectRetention"] : []),
        ],
        resources: [`${bucket.arn}/*`],
      },
      {
        sid: "Decrypt",
        actions: ["kms:Decrypt"],
        resources: [keyArn],
        conditions: via("s3", location),
      },
    ];
  }

  /** Of a bucket whose objects have a key in common, S3 asks for a data key. */
  private writes(): Grant[] {
    const { bucket, keyArn, location } = this.props.copy;
    return [
      {
        sid: "WriteCopies",
        actions: [
          "s3:ReplicateObject",
          "s3:ReplicateTags",
          ...(this.props.deletes ? ["s3:ReplicateDelete"] : []),
        ],
        resources: [`${bucket.arn}/*`],
      },
      {
        sid: "Encrypt",
        actions: ["kms:Encrypt", "kms:GenerateDataKey"],
        resources: [keyArn],
        conditions: via("s3", location),
      },
    ];
  }
}
