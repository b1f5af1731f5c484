import {
  anywhere,
  KEY_OF_WHAT_IS_MADE,
  LINKED,
  LINKED_ROLE,
  SERVED,
  type NeedsByType,
} from "./needs";

/** What containers run on, their images and what makes them more and fewer. */
export const CONTAINERS: NeedsByType = {
  aws_cloudwatch_metric_alarm: {
    on: "alarms",
    read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
    write: ["cloudwatch:DeleteAlarms", "cloudwatch:PutMetricAlarm"],
    also: ["cloudwatch:TagResource", "cloudwatch:UntagResource"],
    source: "seen",
  },
  aws_ecr_lifecycle_policy: {
    on: "repositories",
    read: ["ecr:GetLifecyclePolicy"],
    write: ["ecr:DeleteLifecyclePolicy", "ecr:PutLifecyclePolicy"],
    source: "seen",
  },
  aws_ecr_repository: {
    on: "repositories",
    read: ["ecr:DescribeRepositories", "ecr:ListTagsForResource"],
    write: ["ecr:CreateRepository", "ecr:DeleteRepository"],
    also: [
      "ecr:PutImageScanningConfiguration",
      "ecr:PutImageTagMutability",
      "ecr:TagResource",
      "ecr:UntagResource",
      ...KEY_OF_WHAT_IS_MADE,
    ],
    elsewhere: SERVED,
    source: "seen",
  },
  aws_ecs_cluster: {
    on: "clusters",
    read: ["ecs:DescribeClusters"],
    write: ["ecs:CreateCluster", "ecs:DeleteCluster"],
    also: ["ecs:TagResource", "ecs:UntagResource", "ecs:UpdateCluster", LINKED_ROLE],
    elsewhere: LINKED,
    source: "seen",
  },
  aws_ecs_cluster_capacity_providers: {
    on: "clusters",
    read: ["ecs:DescribeClusters"],
    write: ["ecs:PutClusterCapacityProviders"],
    source: "seen",
  },
  aws_ecs_service: {
    on: "ecsServices",
    read: ["ecs:DescribeServices"],
    write: ["ecs:CreateService", "ecs:DeleteService", "ecs:UpdateService"],
    // The provider waits for a deployment by asking for it.
    also: [
      "ecs:DescribeServiceDeployments",
      "ecs:ListServiceDeployments",
      "ecs:TagResource",
      "ecs:UntagResource",
      "servicediscovery:GetNamespace",
    ],
    elsewhere: { "servicediscovery:GetNamespace": ["namespaces"] },
    source: "seen",
  },
  aws_ecs_task_definition: {
    on: "taskDefinitions",
    read: ["ecs:DescribeTaskDefinition"],
    write: ["ecs:DeregisterTaskDefinition", "ecs:RegisterTaskDefinition"],
    also: ["ecs:TagResource", "ecs:UntagResource"],
    // AWS knows no resource for these two.
    elsewhere: anywhere(["ecs:DescribeTaskDefinition", "ecs:DeregisterTaskDefinition"]),
    source: "seen",
  },
  aws_service_discovery_http_namespace: {
    on: "namespaces",
    read: [
      "servicediscovery:GetNamespace",
      "servicediscovery:GetOperation",
      "servicediscovery:ListTagsForResource",
    ],
    write: ["servicediscovery:CreateHttpNamespace", "servicediscovery:DeleteNamespace"],
    also: [
      "servicediscovery:TagResource",
      "servicediscovery:UntagResource",
      "servicediscovery:UpdateHttpNamespace",
    ],
    elsewhere: {
      ...anywhere(["servicediscovery:GetOperation"]),
      "servicediscovery:CreateHttpNamespace": ["created"],
      "servicediscovery:TagResource": ["created", "namespaces"],
    },
    source: "seen",
  },
};
