import type { Construct } from "constructs";
import { networkOfCell } from "../../model/cells/networks";
import type { AwsEnvironment } from "../../model/environment";
import { awsNetworkNames } from "../../model/names";
import type { Environment } from "../../model/settle";
import { VpcNetwork } from "../aws/network/network";
import { sharedTags, tagAll } from "../tags";
import type { TerraformJson } from "../terraform_json";
import { AwsStack } from "./aws_stack";
import { assertOwnCell } from "./own_cell";

export interface AwsCellNetworkStackProps {
  readonly environment: Environment;
  readonly declaration: AwsEnvironment;
  /** Such as `c02`: the first cell's network is in the environment's network stack. */
  readonly cell: string;
}

/** The network of a cell, which outlives what runs in it. */
export class AwsCellNetworkStack extends AwsStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: AwsCellNetworkStackProps,
  ) {
    super(scope, id, props);
    const { environment, declaration, cell } = props;
    const plan = networkOfCell(environment, cell);
    if (plan === undefined) throw new Error(`${id}: expected a network, got none`);
    makeNetwork(this, { names: awsNetworkNames(environment.name, cell), plan, declaration });
    tagAll(this, sharedTags(environment));
  }

  override toTerraform(): TerraformJson {
    const json = super.toTerraform();
    const { environment, cell } = this.props;
    assertOwnCell(this.id, json, { environment: environment.name, cell });
    return json;
  }
}

/** A network by its plan, with the guards that the environment's stage asks for. */
export function makeNetwork(
  scope: Construct,
  props: Pick<ConstructorParameters<typeof VpcNetwork>[2], "names" | "plan"> & {
    readonly declaration: AwsEnvironment;
  },
): VpcNetwork {
  const { names, plan, declaration } = props;
  const production = declaration.stage === "production";
  return new VpcNetwork(scope, "network", {
    ...{ names, plan, location: declaration },
    keyDeletionWindowDays: production ? 30 : 7,
    preventDestroy: production,
  });
}
