import type { Construct } from "constructs";
import type { FrontedApi } from "../../../model/service";
import { TerraformOutput } from "../../tf";
import type { ApiOfCell } from "../http/contract";
import { ApiPolicies } from "./api_policies";
import { EdgeFront, type EdgeFrontProps, type Origins } from "./edge_front";

export interface EdgeApiProps extends EdgeFrontProps<FrontedApi> {
  /** What the cell's stack says of the API: where it is, and at which path it answers. */
  readonly api: ApiOfCell;
}

/** CloudFront waits this much longer than the function may take: the API gives up after one second, and says why. */
const PATIENCE_SECONDS = 2;

/** What of a request-driven service is at the edge: distribution, firewall and logs, all in us-east-1. */
export class EdgeApi extends EdgeFront<FrontedApi, EdgeApiProps> {
  constructor(scope: Construct, id: string, props: EdgeApiProps) {
    super(scope, id, props, "workload.edge");
    const { address } = props.service.workload.edge;
    if (address === undefined) return;
    new TerraformOutput(this, "url", {
      value: `https://${address.host}`,
      description: "Where callers send requests.",
    });
  }

  protected makeOrigins(): Origins {
    const { service, api } = this.props;
    const { edge, function: handler } = service.workload;
    const policies = new ApiPolicies(this, "policies", {
      ...{ name: this.names.distribution, cache: edge.cache, headers: edge.headers },
    });
    return {
      policies,
      api: {
        ...{ host: api.host, path: `/${api.stage}` },
        timeoutSeconds: handler.timeoutSeconds + PATIENCE_SECONDS,
        cachePolicyId: policies.caching.id,
        headersPolicyId: policies.headers.id,
      },
    };
  }
}
