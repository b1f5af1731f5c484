import type { SynthesizedStack } from "../../../../constructs/synth";
import type { TerraformJson } from "../../../../constructs/terraform_json";
import { withNetwork } from "../../support/offline_network";
import { provePlans } from "../../support/planned";
import { ROUTED } from "../../support/routed";
import { synthesizeAll } from "../../support/synth";

const BALANCER = JSON.stringify({
  arn: "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/private/0123456789abcdef",
  dnsName: "internal-private-0123456789.us-east-1.elb.amazonaws.com",
});

/** What the stacks read of AWS and of one another, written into them: a plan without AWS cannot ask for it. */
function known(stack: SynthesizedStack): SynthesizedStack {
  const text = JSON.stringify(withNetwork(stack.json))
    .replaceAll(
      /data\.aws_ssm_parameter\.c\d\d_balancer_contract\.insecure_value/g,
      "local.balancer",
    )
    .replaceAll(
      "${data.aws_ec2_managed_prefix_list.entrance_balancer_group_cloudfront.id}",
      "pl-3b927c52",
    );
  const { locals, ...json } = JSON.parse(text) as Omit<TerraformJson, "data"> & {
    data?: unknown;
    locals: Record<string, string>;
  };
  delete json.data;
  return {
    ...stack,
    json: { ...json, locals: { ...locals, balancer: BALANCER } } as TerraformJson,
  };
}

const stacks = synthesizeAll([ROUTED]).filter(({ id }) => /^dev-routed-(c02|edge)$/.test(id));

provePlans(
  "stack",
  stacks.map((stack) => [stack.id, stack] as const),
  known,
);
