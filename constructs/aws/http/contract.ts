import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Construct } from "constructs";
import { API_CONTRACT, type ApiContract } from "../../../model/http/contract";
import { Fn } from "../../tf";
import type { Location } from "../arn";
import { providerOf } from "../region_provider";

/**
 * Publishes where an API is and by which path it knows CloudFront. The parameter is a plain one: whoever may read the account's APIs or distributions
 * reads the same there.
 */
export function publishApi(
  scope: Construct,
  { host, stage }: Omit<ApiContract, "schema">,
  parameter: string,
): SsmParameter {
  const contract: ApiContract = { schema: API_CONTRACT, host, stage };
  return new SsmParameter(scope, "contract", {
    name: parameter,
    description: "The API that CloudFront is before, for the edge's stack.",
    type: "String",
    insecureValue: JSON.stringify(contract),
  });
}

export interface ApiOfCellProps {
  /** What the parameter is called; `model/names.ts` makes it. */
  readonly contract: string;

  /** Where the parameter is. */
  readonly location: Location;
}

/** A cell's API as the edge's stack knows it: read when that is planned, so the cell's is applied first. */
export class ApiOfCell extends Construct {
  private readonly contract: string;

  constructor(scope: Construct, id: string, { contract, location }: ApiOfCellProps) {
    super(scope, id);
    const parameter = new DataAwsSsmParameter(this, "contract", {
      name: contract,
      ...providerOf(this, location),
    });
    this.contract = Fn.jsondecode(parameter.insecureValue);
  }

  /** AWS's own name of it. */
  get host(): string {
    return Fn.lookupNested(this.contract, ["host"]) as string;
  }

  /** The first part of the paths at which it answers. */
  get stage(): string {
    return Fn.lookupNested(this.contract, ["stage"]) as string;
  }
}
