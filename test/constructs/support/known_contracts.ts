import type { SynthesizedStack } from "../../../constructs/synth";
import type { TerraformJson } from "../../../constructs/terraform_json";

const ids = (tier: string) => ({
  a: `subnet-${tier}a`,
  b: `subnet-${tier}b`,
  c: `subnet-${tier}c`,
  d: `subnet-${tier}d`,
});

/** What a network's stack publishes. */
const NETWORK = {
  vpc: "vpc-1",
  subnets: { public: ids("1"), private: ids("2"), isolated: ids("3") },
  endpointClients: "sg-1",
};

/** What a cell says of an API that is at the edge. */
const API = {
  host: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
  stage: "0b8f6a0e-6d3b-4b5c-9a43-7a3de1c53e11",
};

/** The stack with what it would read of others written into it: no plan without AWS can ask for it. */
export function knowingContracts(stack: SynthesizedStack): SynthesizedStack {
  const text = JSON.stringify(stack.json)
    .replaceAll("data.aws_ssm_parameter.network_contract.insecure_value", "local.network")
    .replaceAll(/data\.aws_ssm_parameter\.\w+_api_contract\.insecure_value/g, "local.api");
  const json = JSON.parse(text) as TerraformJson & { data?: unknown };
  delete json.data;
  const locals = { network: JSON.stringify(NETWORK), api: JSON.stringify(API) };
  return { ...stack, json: { ...json, locals } as TerraformJson };
}
