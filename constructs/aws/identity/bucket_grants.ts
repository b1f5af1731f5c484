import type { ObjectVerb } from "../../../model/stores/object_declaration";
import type { Location } from "../arn";
import { via } from "../grants";
import { capital } from "../policy";
import type { Grantee } from "./grantee";
import { VerbGrants } from "./verb_grants";

export interface GrantedBucket {
  readonly bucketArn: string;
  readonly encryptionKeyArn: string;
  readonly location: Location;
}

/** What of a verb concerns an object, and what its key then takes. A listing is of the bucket, and encrypted by none. */
const OBJECT_ACTIONS = { get: "s3:GetObject", put: "s3:PutObject", delete: "s3:DeleteObject" };

/** S3 makes a data key for what it encrypts, and decrypts it for the parts of an upload. */
const KEY_ACTIONS: Readonly<Record<ObjectVerb, readonly string[]>> = {
  get: ["kms:Decrypt"],
  put: ["kms:Decrypt", "kms:GenerateDataKey"],
  delete: [],
  list: [],
};

/** Who may do what with a bucket's objects, and with its key as far as that takes it: always through S3. */
export class BucketGrants extends VerbGrants<ObjectVerb> {
  constructor(private readonly on: GrantedBucket) {
    super();
  }

  /** These and no others. */
  only(verbs: readonly ObjectVerb[], grantee: Grantee): void {
    const objects = verbs.filter((verb) => verb !== "list");
    if (objects.length > 0) this.grantObjects(objects, grantee);
    if (verbs.includes("list")) this.grantListing(grantee);
    const keyActions = [...new Set(verbs.flatMap((verb) => KEY_ACTIONS[verb]))];
    if (keyActions.length > 0) this.grantKey(keyActions, grantee);
  }

  private grantObjects(verbs: readonly Exclude<ObjectVerb, "list">[], grantee: Grantee): void {
    grantee.allow({
      sid: `${verbs.map(capital).join("")}Objects`,
      actions: verbs.map((verb) => OBJECT_ACTIONS[verb]),
      resources: [`${this.on.bucketArn}/*`],
    });
  }

  private grantListing(grantee: Grantee): void {
    const { bucketArn } = this.on;
    grantee.allow({ sid: "ListObjects", actions: ["s3:ListBucket"], resources: [bucketArn] });
  }

  private grantKey(actions: readonly string[], grantee: Grantee): void {
    const { encryptionKeyArn, location } = this.on;
    const sid = actions.length === 1 ? "ReadBucketKey" : "UseBucketKey";
    const conditions = via("s3", location);
    grantee.allow({ sid, actions, resources: [encryptionKeyArn], conditions });
  }
}
