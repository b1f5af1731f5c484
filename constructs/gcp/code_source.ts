import { StorageBucketObject } from "@cdktf/provider-google/lib/storage-bucket-object";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import { PrivateBucket, type PrivateBucketProps } from "./private_bucket";

export interface CodeSourceProps extends PrivateBucketProps {
  /** What the zip is called in the bucket, before the digest. */
  readonly prefix: string;

  /** The zip, relative to the folder of the stack's `cdk.tf.json`. */
  readonly path: string;

  /** SHA-256 of the zip, 64 hexadecimal digits. */
  readonly sha256: string;
}

/**
 * A function's zip in a private bucket. Its name holds its digest, so that new code is a new object
 * and thereby a new deploy, and the same code none. The bucket goes with its zips: the repository makes
 * the same bytes again.
 */
export class CodeSource extends Construct {
  readonly bucket: PrivateBucket;
  readonly object: StorageBucketObject;

  constructor(scope: Construct, id: string, props: CodeSourceProps) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, MAIN, { disposable: true, ...props });
    this.object = new StorageBucketObject(this, "zip", {
      bucket: this.bucket.resource.name,
      name: `${props.prefix}/${props.sha256}.zip`,
      source: props.path,
      contentType: "application/zip",
      // The new zip is there before the function is told of it; the old one goes after that.
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
