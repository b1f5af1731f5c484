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

/** The provider of whatever is read or made in a location: none where the stack's own is there already. */
export function providerOf(scope: Construct, location: Location): { provider?: AwsProvider } {
  const own = TerraformStack.of(scope).node.tryFindChild("aws");
  if (own instanceof AwsProvider && own.region === location.region) return {};
  return { provider: regionProvider(scope, location) };
}

/** Puts every resource below a construct into another region than the stack's. Call it when all of them are made. */
export function placeIn(construct: Construct, location: Location): void {
  const provider = regionProvider(construct, location);
  for (const node of construct.node.findAll()) {
    if (TerraformResource.isTerraformResource(node)) node.provider = provider;
  }
}
