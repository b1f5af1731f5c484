import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { BALANCER_CONTRACT, type BalancerContract } from "../../../model/load_balancing/contract";
import { Fn } from "../../tf";
import type { Location } from "../arn";
import { providerOf } from "../region_provider";
import type { ApplicationLoadBalancer } from "./application_load_balancer";

/** Publishes what AWS made up of a load balancer. It is no secret: a plan shows it, and the parameter is a plain one. */
export function publishBalancer(
  scope: Construct,
  { arn, dnsName }: ApplicationLoadBalancer,
  parameter: string,
): void {
  const contract: BalancerContract = { schema: BALANCER_CONTRACT, arn, dnsName };
  new SsmParameter(scope, "contract", {
    name: parameter,
    description: "The load balancer that CloudFront alone reaches, for the edge's stack.",
    type: "String",
    insecureValue: JSON.stringify(contract),
  });
}

export interface BalancerOfCellProps {
  /** What the parameter is called; `model/names.ts` makes it. */
  readonly contract: string;

  /** Where the parameter is. */
  readonly location: Location;
}

/** A cell's load balancer as the edge's stack knows it: read when that is planned, so the cell's is applied first. */
export class BalancerOfCell extends Construct {
  private readonly contract: string;

  constructor(scope: Construct, id: string, { contract, location }: BalancerOfCellProps) {
    super(scope, id);
    const parameter = new DataAwsSsmParameter(this, "contract", {
      name: contract,
      ...providerOf(this, location),
    });
    this.contract = Fn.jsondecode(parameter.insecureValue);
  }

  /** The load balancer's ARN, by which a VPC origin names it. */
  get arn(): string {
    return Fn.lookupNested(this.contract, ["arn"]) as string;
  }

  /** AWS's own name of it. */
  get dnsName(): string {
    return Fn.lookupNested(this.contract, ["dnsName"]) as string;
  }
}
