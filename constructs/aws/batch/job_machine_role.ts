import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import type { Construct } from "constructs";
import { containerInstanceArns, ecsClusterArn, type Location } from "../arn";
import { GrantedRole } from "../identity/granted_role";
import { takenBy } from "../identity/trust";
import type { Grant } from "../policy";

export interface JobMachineRoleProps {
  /** Of the role and of its instance profile; `model/names.ts` makes it. */
  readonly name: string;

  /** What the machines do, in a sentence. */
  readonly description: string;

  readonly location: Location;

  /** What the names of the compute environments begin with. */
  readonly start: string;
}

/**
 * What the agent of ECS does, in the clusters of these compute environments, and nothing else: a job shares the network of its machine, and
 * reaches the machine's credentials.
 */
export class JobMachineRole extends GrantedRole {
  readonly profile: IamInstanceProfile;

  constructor(scope: Construct, id: string, props: JobMachineRoleProps) {
    const { name, description, location, start } = props;
    super(scope, id, {
      ...{ name, description, trust: takenBy("ec2.amazonaws.com") },
      grants: agentGrants(location, start),
    });
    this.profile = new IamInstanceProfile(this, "profile", { name, role: this.role.name });
  }
}

/**
 * Batch makes a cluster for each environment, and names it after that.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html
 */
function agentGrants(location: Location, start: string): Grant[] {
  const clusters = [`AWSBatch-${start}*`, `${start}*_Batch_*`];
  const machines = clusters.map((cluster) => containerInstanceArns(location, cluster));
  return [
    {
      sid: "JoinCluster",
      actions: [
        "ecs:DeregisterContainerInstance",
        "ecs:RegisterContainerInstance",
        "ecs:SubmitAttachmentStateChanges",
        "ecs:SubmitContainerStateChange",
        "ecs:SubmitTaskStateChange",
      ],
      resources: clusters.map((cluster) => ecsClusterArn(location, cluster)),
    },
    {
      sid: "BeToldOfJobs",
      actions: ["ecs:Poll", "ecs:StartTelemetrySession", "ecs:UpdateContainerInstancesState"],
      resources: machines,
    },
    {
      sid: "TagItself",
      actions: ["ecs:TagResource"],
      resources: machines,
      conditions: { StringEquals: { "ecs:CreateAction": "RegisterContainerInstance" } },
    },
    // IAM knows no resource for it: it tells where the agent calls.
    { sid: "FindEcs", actions: ["ecs:DiscoverPollEndpoint"], resources: ["*"] },
  ];
}
