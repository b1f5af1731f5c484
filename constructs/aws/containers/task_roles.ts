import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { MAIN } from "../../logical_id";
import { Lazy } from "../../tf";
import { ecsArns, logGroupArn, repositoryArn, type Location } from "../arn";
import { writeLogs } from "../grants";
import type { Grantee } from "../identity/grantee";
import { takenFor } from "../identity/trust";
import { policyDocument, type Grant } from "../policy";

export interface TaskRoleProps {
  /** Of the role and of its policy; `model/names.ts` makes it. */
  readonly name: string;

  /** What it may do, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /**
   * What it may do from the start.
   *
   * @default []
   */
  readonly grants?: readonly Grant[];
}

/** A role that tasks of this account take, with one policy of its own. */
export class TaskRole extends Construct implements Grantee {
  readonly role: IamRole;
  private readonly granted: Grant[];
  private policy: IamRolePolicy | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: TaskRoleProps,
  ) {
    super(scope, id);
    const { name, description, location, grants = [] } = props;
    this.granted = [...grants];
    this.role = new IamRole(this, MAIN, {
      ...{ name, description },
      assumeRolePolicy: trust(location),
    });
    if (this.granted.length > 0) this.write();
  }

  /** A role that is granted nothing has no policy: AWS takes none that is empty. */
  allow(...grants: readonly Grant[]): void {
    this.granted.push(...grants);
    if (this.granted.length > 0) this.write();
  }

  /** What waits for the policy; a task that starts before it could do nothing. */
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

/**
 * For tasks of the account alone, or whoever runs any could have ECS act for them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
const trust = (location: Location): string =>
  takenFor("ecs-tasks.amazonaws.com", location, ecsArns(location));

/** To pull the images of one repository and to write into one log group: what starts a task does nothing else. */
export const startGrants = (location: Location, repository: string, logGroup: string): Grant[] => [
  {
    sid: "PullImages",
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    resources: [repositoryArn(location, repository)],
  },
  // ECR knows no resource for it: the token opens what the other grants do.
  { sid: "SignIn", actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
  writeLogs(logGroupArn(location, logGroup)),
];
