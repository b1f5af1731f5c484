import { KmsCryptoKey } from "@cdktf/provider-google/lib/kms-crypto-key";
import { KmsCryptoKeyIamMember } from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import { KmsKeyRing } from "@cdktf/provider-google/lib/kms-key-ring";
import { Construct } from "constructs";
import { MAIN } from "../logical_id";
import type { ITerraformDependable } from "../tf";
import type { Labels, Project } from "./project";

/** A customer-managed key as its users see it. A key from elsewhere is `{ id, grants: [] }`. */
export interface Key {
  /** `projects/<project>/locations/<region>/keyRings/<ring>/cryptoKeys/<key>`. */
  readonly id: string;

  /** What must exist before the key can be used: Google checks its agent's grant at creation. */
  readonly grants: readonly ITerraformDependable[];
}

export interface KeyRingProps {
  readonly place: Project;

  /** Key rings are never deleted: a name is taken for good. */
  readonly name: string;

  /**
   * Days between two versions of each key; older versions go on decrypting.
   *
   * @default 90
   */
  readonly rotationDays?: number;

  /**
   * What must exist first, such as the project's APIs.
   *
   * @default []
   */
  readonly dependsOn?: readonly ITerraformDependable[];

  /**
   * Labels of the keys; a ring has none.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/** Keys of one owner: one for each purpose, so that each can be revoked, audited and granted alone. */
export class KeyRing extends Construct {
  readonly resource: KmsKeyRing;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: KeyRingProps,
  ) {
    super(scope, id);
    const { project, region } = props.place;
    this.resource = new KmsKeyRing(this, MAIN, {
      ...{ name: props.name, location: region, project },
      ...(props.dependsOn === undefined ? {} : { dependsOn: [...props.dependsOn] }),
    });
  }

  /**
   * Makes the key of one purpose.
   *
   * @param users - IAM members that encrypt and decrypt with it, by a short name
   */
  key(purpose: string, users: Readonly<Record<string, string>>): CustomerKey {
    const { rotationDays = 90, labels } = this.props;
    return new CustomerKey(this, purpose, {
      ...{ ring: this.resource.id, name: purpose, rotationDays, users },
      ...(labels === undefined ? {} : { labels }),
    });
  }
}

export interface CustomerKeyProps {
  /** The ring's id. */
  readonly ring: string;
  /** The key's name within its ring: what it encrypts. */
  readonly name: string;

  /** IAM members that encrypt and decrypt with it, by a short name. */
  readonly users: Readonly<Record<string, string>>;

  /**
   * Days between two versions; older versions go on decrypting.
   *
   * @default 90
   */
  readonly rotationDays?: number;

  /**
   * Labels of what it makes, beside those that Google adds.
   *
   * @default - those of the provider
   */
  readonly labels?: Labels;
}

/** One symmetric key that rotates, and the grants of those who use it. */
export class CustomerKey extends Construct implements Key {
  readonly resource: KmsCryptoKey;
  readonly grants: readonly KmsCryptoKeyIamMember[];

  constructor(scope: Construct, id: string, props: CustomerKeyProps) {
    super(scope, id);
    this.resource = new KmsCryptoKey(this, MAIN, {
      keyRing: props.ring,
      name: props.name,
      purpose: "ENCRYPT_DECRYPT",
      rotationPeriod: `${(props.rotationDays ?? 90) * 86_400}s`,
      ...(props.labels === undefined ? {} : { labels: props.labels }),
    });
    this.grants = Object.entries(props.users).map(([name, member]) => this.grant(name, member));
  }

  get id(): string {
    return this.resource.id;
  }

  private grant(name: string, member: string): KmsCryptoKeyIamMember {
    return new KmsCryptoKeyIamMember(this, name, {
      cryptoKeyId: this.resource.id,
      role: "roles/cloudkms.cryptoKeyEncrypterDecrypter",
      member,
    });
  }
}
