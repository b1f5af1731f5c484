import type { Construct } from "constructs";
import { S3Backend, type S3BackendConfig } from "../tf";

/** cdktf 0.21 does not know the property, and passes on what it does not know. */
export interface LockedS3BackendProps extends S3BackendConfig {
  /**
   * Lock by a conditional write of `<key>.tflock` beside the state.
   *
   * @default true
   * @see https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
   */
  readonly useLockfile?: boolean;
}

/** State in S3: encrypted, and locked without a DynamoDB table. */
export class LockedS3Backend extends S3Backend {
  constructor(scope: Construct, props: LockedS3BackendProps) {
    super(scope, { encrypt: true, useLockfile: true, ...props } as S3BackendConfig);
  }
}
