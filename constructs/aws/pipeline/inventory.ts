import { DynamodbTable, type DynamodbTableReplica } from "@cdktf/provider-aws/lib/dynamodb-table";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { IConstruct } from "constructs";
import type { PlatformStack } from "../../stacks/platform_stack";
import { EphemeralResource } from "../../ephemeral_resource";
import { resolved, TerraformResource } from "../../tf";
import { TableReplica } from "../regions/table_replica";
import { GeneratedValue } from "../secrets/generated_value";
import type { HeldStack } from "./reach";

/** What stacks hold, as far as it decides who may make it. */
export interface Inventory {
  readonly types: readonly string[];
  readonly stacks: readonly HeldStack[];
  /** Of the stacks' providers, sorted. */
  readonly regions: readonly string[];
  /** Where tables are copied to, sorted. */
  readonly copyRegions: readonly string[];
  /** Names of the secrets whose values an apply makes, sorted. */
  readonly generatedSecrets: readonly string[];
  readonly roles: readonly IamRole[];
  /** Policies of those roles, as JSON. */
  readonly documents: readonly string[];
}

export function inventoryOf(stacks: readonly PlatformStack[]): Inventory {
  const nodes = stacks.flatMap((stack) => stack.node.findAll());
  const held = stacks.map((stack) => ({ id: stack.id, types: typesIn(stack) }));
  return {
    types: [...new Set(held.flatMap(({ types }) => types))].sort(),
    stacks: held,
    copyRegions: copyRegionsOf(nodes),
    generatedSecrets: nodes
      .filter((node) => node instanceof GeneratedValue)
      .map(({ secretName }) => secretName)
      .sort(),
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

function typesIn(stack: PlatformStack): string[] {
  const nodes = stack.node.findAll();
  const types = nodes
    .filter((node) => TerraformResource.isTerraformResource(node))
    .map(({ terraformResourceType }) => terraformResourceType);
  const asked = nodes.filter((node) => node instanceof EphemeralResource).map(({ type }) => type);
  const copied = copyRegionsOf(nodes).length > 0 ? [COPIED_TABLE] : [];
  return [...new Set([...types, ...asked, ...copied])].sort();
}

/** What a copy within a table takes is what the type takes that holds a copy alone. */
const COPIED_TABLE = "aws_dynamodb_table_replica";

const copyRegionsOf = (nodes: readonly IConstruct[]): string[] =>
  [
    ...new Set(
      nodes
        .filter((node) => node instanceof DynamodbTable)
        .flatMap(({ replicaInput = [] }) => replicaInput as DynamodbTableReplica[])
        .map(({ regionName }) => regionName)
        .concat(nodes.filter((node) => node instanceof TableReplica).map((copy) => copy.region)),
    ),
  ].sort();

/** The service that a role is passed to, or those. */
export function passedTo(role: IamRole): string | readonly string[] {
  const { Statement } = JSON.parse(role.assumeRolePolicyInput ?? "{}") as Trust;
  const service = Statement?.[0]?.Principal?.Service;
  if (service !== undefined && Statement?.length === 1) return service;
  throw new Error(`${role.node.path}: expected a role that services alone take`);
}

interface Trust {
  readonly Statement?: readonly {
    readonly Principal?: { readonly Service?: string | readonly string[] };
  }[];
}
