import type { SynthesizedStack } from "../../../constructs/synth";
import type { TerraformJson } from "../../../constructs/terraform_json";

const ids = (tier: string) => ({
  a: `subnet-${tier}a`,
  b: `subnet-${tier}b`,
  c: `subnet-${tier}c`,
  d: `subnet-${tier}d`,
});

/** What a network's stack publishes. */
const CONTRACT = {
  vpc: "vpc-1",
  subnets: { public: ids("1"), private: ids("2"), isolated: ids("3") },
  endpointClients: "sg-1",
};

/** The stack with what it would read of the network written into it: no plan without AWS can ask for it. */
export function knowingNetwork(stack: SynthesizedStack): SynthesizedStack {
  const text = JSON.stringify(stack.json).replaceAll(
    "data.aws_ssm_parameter.network_contract.insecure_value",
    "local.network",
  );
  const json = JSON.parse(text) as TerraformJson & { data?: unknown };
  delete json.data;
  const known = { ...json, locals: { network: JSON.stringify(CONTRACT) } } as TerraformJson;
  return { ...stack, json: known };
}
