import type { IConstruct, Node } from "constructs";
import { TerraformElement, TerraformOutput, TerraformResource, type TerraformStack } from "./tf";

/** The id that leaves no trace in names: the main resource of a construct. cdktf has the same habit. */
export const MAIN = "Default";

/**
 * The Terraform name of an element: its path below the stack, in snake case, without a hash, so that people can
 * read an address and an exemption can name it. `orders/events/dlq` → `orders_events_dlq`.
 */
export function logicalId(node: Node, stack: IConstruct): string {
  const { scopes } = node;
  const parts = scopes.slice(scopes.indexOf(stack) + 1).map((scope) => scope.node.id);
  const id = parts
    .filter((part) => part !== MAIN)
    .map(snakeCase)
    .join("_");
  if (/^[a-z_][a-z0-9_]*$/.test(id)) return id;
  throw new Error(
    `${node.path}: expected ids that give a Terraform name (letters and digits, a letter first), got "${id}"`,
  );
}

function snakeCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toLowerCase();
}

/**
 * Readable names have no hash that keeps them apart, and cdktf would merge two resources of one address into one.
 *
 * @throws when two elements have the same address
 */
export function assertUniqueAddresses(stack: TerraformStack): void {
  const paths = new Map<string, string>();
  for (const element of stack.node.findAll()) {
    const address = addressOf(element);
    if (address === undefined) continue;
    const other = paths.get(address);
    if (other !== undefined) {
      throw new Error(
        `${address}: expected one construct for this address, got two: ${other} and ${element.node.path}; rename one`,
      );
    }
    paths.set(address, element.node.path);
  }
}

/** `aws_sqs_queue.orders_events`; undefined for what has no address. */
function addressOf(element: IConstruct): string | undefined {
  if (!TerraformElement.isTerraformElement(element)) return undefined;
  if (TerraformResource.isTerraformResource(element)) {
    return `${element.terraformResourceType}.${element.friendlyUniqueId}`;
  }
  if (TerraformOutput.isTerraformOutput(element)) return `output.${element.friendlyUniqueId}`;
  return undefined;
}
