import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { Construct } from "constructs";
import { instanceArns, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenBy } from "../identity/trust";
import type { Grant } from "../policy";

export interface MachineRoleProps {
  /** Of the role and of its instance profile; `model/names.ts` makes it. */
  readonly name: string;

  /** What the machines do, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /** What they may do from the start, beside being managed. */
  readonly grants: readonly Grant[];
}

/** The role that machines have: Systems Manager reaches them by it, so that nobody needs a key or an open port to look at one. */
export class MachineRole extends GrantedRole {
  readonly profile: IamInstanceProfile;

  constructor(scope: Construct, id: string, props: MachineRoleProps) {
    const { name, description, location, grants } = props;
    super(scope, id, {
      ...{ name, description, trust: takenBy("ec2.amazonaws.com") },
      grants: [...BE_MANAGED, registerAt(location), ...grants],
    });
    this.profile = new IamInstanceProfile(this, "profile", {
      name,
      role: this.role.name,
    });
  }
}

/** IAM knows no resource for the channels of a session. */
const BE_MANAGED: readonly Grant[] = [
  {
    sid: "BeManaged",
    actions: [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ],
    resources: ["*"],
  },
];

/**
 * Of what the agent does with the policy `AmazonSSMManagedInstanceCore`, sessions and commands alone: it reads no parameters.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
const registerAt = (location: Location): Grant => ({
  sid: "Register",
  actions: ["ssm:UpdateInstanceInformation"],
  resources: [instanceArns(location)],
});
