import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { Lazy } from "../../tf";
import { policyDocument, type Grant } from "../policy";
import type { Grantee } from "./grantee";

export interface GrantedRoleProps {
  /** Of the role and of its policy; `model/names.ts` makes it. */
  readonly name: string;

  /** What it may do, in a sentence. */
  readonly description: string;

  /** Who takes it, as JSON. */
  readonly trust: string;

  /**
   * What it may do from the start.
   *
   * @default []
   */
  readonly grants?: readonly Grant[];
}

/** A role with one policy of its own, to which rights are granted one after the other. */
export class GrantedRole extends Construct implements Grantee {
  /** To attach to what takes it. */
  readonly role: IamRole;
  private readonly granted: Grant[];
  private policy: IamRolePolicy | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: GrantedRoleProps,
  ) {
    super(scope, id);
    const { name, description, trust, grants = [] } = props;
    this.granted = [...grants];
    this.role = new IamRole(this, MAIN, {
      ...{ name, description },
      assumeRolePolicy: trust,
    });
    if (this.granted.length > 0) this.write();
  }

  /** A role that is granted nothing has no policy: AWS takes none that is empty. */
  allow(...grants: readonly Grant[]): void {
    this.granted.push(...grants);
    if (this.granted.length > 0) this.write();
  }

  /** What waits for the policy; what starts before it could do nothing. */
  get policies(): IamRolePolicy[] {
    return this.policy === undefined ? [] : [this.policy];
  }

  private write(): void {
    this.policy ??= new IamRolePolicy(this, "grants", {
      name: this.props.name,
      role: this.role.name,
      // Written when the stack is, so that everything granted after this stands in it.
      policy: Lazy.stringValue({ produce: () => policyDocument(this.granted) }),
    });
  }
}
