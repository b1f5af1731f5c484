import type { SynthesizedStack } from "../../../../constructs/synth";
import type { TerraformJson } from "../../../../constructs/terraform_json";
import { FRONTED_API } from "../../support/api_edge";
import { provePlans } from "../../support/planned";
import { synthesizeAll } from "../../support/synth";

const API = JSON.stringify({
  host: "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com",
  stage: "0b8f6a0e-6d3b-4b5c-9a43-7a3de1c53e11",
});

/** What the cell says of its API, written into the edge's stack: a plan without AWS cannot ask for it. */
function known(stack: SynthesizedStack): SynthesizedStack {
  const text = JSON.stringify(stack.json).replaceAll(
    "data.aws_ssm_parameter.storefront_api_contract.insecure_value",
    "local.api",
  );
  const json = JSON.parse(text) as TerraformJson & { data?: unknown };
  delete json.data;
  return { ...stack, json: { ...json, locals: { api: API } } as TerraformJson };
}

const stacks = synthesizeAll([FRONTED_API]).filter(({ id }) => /-(c01|edge)$/.test(id));

provePlans(
  "stack of an API",
  stacks.map((stack) => [stack.id, stack] as const),
  known,
);
