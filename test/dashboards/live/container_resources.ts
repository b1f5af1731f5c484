import { awsClusterNames } from "../../../model/names";
import { authorizationFor, type Named } from "./cloud";

/** What of a container service, its balancer and its stores emits metrics. */
export interface ContainerResources {
  readonly aws_ecs_service?: Readonly<Record<string, Named & { readonly name: string }>>;
  readonly aws_lb_target_group?: Readonly<Record<string, Named & { readonly name: string }>>;
  readonly aws_lb?: Readonly<Record<string, Named & { readonly name: string }>>;
  readonly aws_rds_cluster?: Readonly<
    Record<string, Named & { readonly cluster_identifier: string }>
  >;
  readonly aws_elasticache_serverless_cache?: Readonly<
    Record<string, Named & { readonly name: string }>
  >;
}

/** What AWS puts behind the names of groups and balancers: any will do. */
const TARGET_GROUP_ID = "73e2d6bc24d8a067";
const BALANCER_ID = "50dc6c495c0c9188";

/** CloudWatch's dimensions of a target group and of the load balancer before it. */
export const targetGroupId = (name: string): string => `targetgroup/${name}/${TARGET_GROUP_ID}`;
export const balancerId = (name: string): string => `app/${name}/${BALANCER_ID}`;

const arn = (service: string, rest: string): string =>
  `arn:aws:${service}:us-east-1:123456789012:${rest}`;

/**
 * Tells the emulator's tagging API of them: exporters find them there by their tags, and nothing else is asked of them. They are not
 * made; the end-to-end stories do that.
 */
export async function announceContainers(
  environment: string,
  endpoint: string,
  resources: ContainerResources,
): Promise<void> {
  const { cluster } = awsClusterNames(environment, "c01");
  const all: readonly (readonly [string, Named["tags"]])[] = [
    ...Object.values(resources.aws_ecs_service ?? {}).map(
      ({ name, tags }) => [arn("ecs", `service/${cluster}/${name}`), tags] as const,
    ),
    ...Object.values(resources.aws_lb_target_group ?? {}).map(
      ({ name, tags }) => [arn("elasticloadbalancing", targetGroupId(name)), tags] as const,
    ),
    ...Object.values(resources.aws_lb ?? {}).map(
      ({ name, tags }) =>
        [arn("elasticloadbalancing", `loadbalancer/${balancerId(name)}`), tags] as const,
    ),
    ...Object.values(resources.aws_rds_cluster ?? {}).map(
      ({ cluster_identifier, tags }) =>
        [arn("rds", `cluster:${cluster_identifier}`), tags] as const,
    ),
    ...Object.values(resources.aws_elasticache_serverless_cache ?? {}).map(
      ({ name, tags }) => [arn("elasticache", `serverlesscache:${name}`), tags] as const,
    ),
  ];
  await Promise.all(all.map(([of, tags]) => tag(endpoint, of, tags)));
}

async function tag(endpoint: string, of: string, tags: Named["tags"]): Promise<void> {
  const headers = {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": "ResourceGroupsTaggingAPI_20170126.TagResources",
    authorization: authorizationFor("tagging"),
  };
  const body = JSON.stringify({ ResourceARNList: [of], Tags: tags });
  const answer = await fetch(endpoint, { method: "POST", body, headers });
  const text = await answer.text();
  const { FailedResourcesMap: failed = {} } = JSON.parse(text) as {
    readonly FailedResourcesMap?: object;
  };
  if (!answer.ok || Object.keys(failed).length > 0) throw new Error(`Tags refused: ${text}`);
}
