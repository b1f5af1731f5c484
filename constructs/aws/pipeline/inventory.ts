import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { PlatformStack } from "../../stacks/platform_stack";
import { resolved, TerraformResource } from "../../tf";

/** What stacks hold, as far as it decides who may make it. */
export interface Inventory {
  readonly types: readonly string[];
  /** Of the stacks' providers, sorted. */
  readonly regions: readonly string[];
  readonly roles: readonly IamRole[];
  /** Policies of those roles, as JSON. */
  readonly documents: readonly string[];
}

export function inventoryOf(stacks: readonly PlatformStack[]): Inventory {
  const nodes = stacks.flatMap((stack) => stack.node.findAll());
  const resources = nodes.filter((node) => TerraformResource.isTerraformResource(node));
  return {
    types: [...new Set(resources.map(({ terraformResourceType }) => terraformResourceType))].sort(),
    regions: [
      ...new Set(
        nodes
          .filter((node) => node instanceof AwsProvider)
          .flatMap(({ region }) => (region === undefined ? [] : [region])),
      ),
    ].sort(),
    roles: nodes.filter((node) => node instanceof IamRole),
    documents: stacks.flatMap((stack) =>
      stack.node
        .findAll()
        .filter((node) => node instanceof IamRolePolicy)
        .map(({ policyInput }) => String(resolved(stack, policyInput))),
    ),
  };
}

/** The service that a role is passed to. */
export function passedTo(role: IamRole): string {
  const { Statement } = JSON.parse(role.assumeRolePolicyInput ?? "{}") as Trust;
  const service = Statement?.[0]?.Principal?.Service;
  if (service !== undefined && Statement?.length === 1) return service;
  throw new Error(`${role.node.path}: expected a role that one service takes`);
}

interface Trust {
  readonly Statement?: readonly { readonly Principal?: { readonly Service?: string } }[];
}
