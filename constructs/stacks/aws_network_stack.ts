import type { Construct } from "constructs";
import type { AwsEnvironment } from "../../model/environment";
import { awsNetworkNames } from "../../model/names";
import type { Network } from "../../model/network/network";
import type { Environment } from "../../model/settle";
import { VpcNetwork } from "../aws/network/network";
import { sharedTags, tagAll } from "../tags";
import { AwsStack } from "./aws_stack";

export interface AwsNetworkStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  readonly network: Network;
}

/** The network of an environment, which outlives what runs in it. */
export class AwsNetworkStack extends AwsStack {
  constructor(scope: Construct, id: string, props: AwsNetworkStackProps) {
    super(scope, id, props);
    const { environment, declaration, network } = props;
    const production = declaration.stage === "production";
    new VpcNetwork(this, "network", {
      names: awsNetworkNames(environment.name),
      plan: network,
      location: declaration,
      keyDeletionWindowDays: production ? 30 : 7,
      preventDestroy: production,
    });
    tagAll(this, sharedTags(environment));
  }
}
