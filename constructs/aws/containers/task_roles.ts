import type { Construct } from "constructs";
import { ecsArns, logGroupArn, repositoryArn, type Location } from "../arn";
import { writeLogs } from "../grants";
import { GrantedRole, type GrantedRoleProps } from "../identity/granted_role";
import { takenFor } from "../identity/trust";
import type { Grant } from "../policy";

export interface TaskRoleProps extends Omit<GrantedRoleProps, "trust"> {
  readonly location: Location;
}

/** A role that tasks of this account take, with one policy of its own. */
export class TaskRole extends GrantedRole {
  constructor(scope: Construct, id: string, props: TaskRoleProps) {
    super(scope, id, { ...props, trust: trust(props.location) });
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
