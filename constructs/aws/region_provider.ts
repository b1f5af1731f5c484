import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { Construct } from "constructs";
import { TerraformResource, TerraformStack } from "../tf";
import type { Location } from "./arn";

/** The stack's provider for another region than its own, made when the first asks; provider 5 takes one for each. */
export function regionProvider(scope: Construct, { account, region }: Location): AwsProvider {
  const stack = TerraformStack.of(scope);
  const id = `aws-${region}`;
  const made = stack.node.tryFindChild(id);
  if (made instanceof AwsProvider) return made;
  return new AwsProvider(stack, id, { alias: region, region, allowedAccountIds: [account] });
}

/** Puts every resource below a construct into another region than the stack's. Call it when all of them are made. */
export function placeIn(construct: Construct, location: Location): void {
  const provider = regionProvider(construct, location);
  for (const node of construct.node.findAll()) {
    if (TerraformResource.isTerraformResource(node)) node.provider = provider;
  }
}
