import type { TerraformJson } from "../../../constructs/terraform_json";

const READ = "data.aws_ssm_parameter.network_contract.insecure_value";

const subnets = (tier: string) => ({
  a: `subnet-${tier}a`,
  b: `subnet-${tier}b`,
  c: `subnet-${tier}c`,
});

/** As the network's stack publishes it. */
const CONTRACT = {
  vpc: "vpc-0123",
  subnets: { public: subnets("1"), private: subnets("2"), isolated: subnets("3") },
  endpointClients: "sg-0123",
};

/** A stack that reads the network's ids, with ids in their place: a plan without AWS cannot ask for them. */
export function withNetwork(json: TerraformJson): TerraformJson {
  const text = JSON.stringify(json).replaceAll(READ, "local.network");
  const { data = {}, ...rest } = JSON.parse(text) as Written;
  const others = Object.entries(data).filter(([type]) => type !== "aws_ssm_parameter");
  const parameters = Object.entries(data["aws_ssm_parameter"] ?? {}).filter(
    ([name]) => name !== "network_contract",
  );
  const kept = [
    ...others,
    ...(parameters.length > 0 ? [["aws_ssm_parameter", Object.fromEntries(parameters)]] : []),
  ];
  return {
    ...rest,
    ...(kept.length > 0 && { data: Object.fromEntries(kept) as object }),
    locals: { network: JSON.stringify(CONTRACT) },
  } as TerraformJson;
}

type Written = TerraformJson & { readonly data?: Readonly<Record<string, object>> };
