import type { SynthesizedStack } from "../../../../constructs/synth";
import type { TerraformJson } from "../../../../constructs/terraform_json";
import { provePlans } from "../../support/planned";
import { ROUTED } from "../../support/routed";
import { synthesizeAll } from "../../support/synth";

const BALANCER = JSON.stringify({
  arn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/private/0123456789abcdef",
  dnsName: "internal-private-0123456789.us-east-1.elb.amazonaws.com",
});

/** What each cell tells of its load balancer, written into the stack: a plan without AWS cannot ask for it. */
function known(stack: SynthesizedStack): SynthesizedStack {
  const text = JSON.stringify(stack.json).replaceAll(
    /data\.aws_ssm_parameter\.c\d\d_balancer_contract\.insecure_value/g,
    "local.balancer",
  );
  const json = JSON.parse(text) as Omit<TerraformJson, "data"> & { data?: unknown };
  delete json.data;
  return { ...stack, json: { ...json, locals: { balancer: BALANCER } } as TerraformJson };
}

const edge = synthesizeAll([ROUTED]).find(({ id }) => id === "dev-routed-edge")!;

provePlans("edge", [["three cells", edge]], known);
