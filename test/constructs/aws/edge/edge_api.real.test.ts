import { FRONTED_API } from "../../support/api_edge";
import { knowingContracts } from "../../support/known_contracts";
import { provePlans } from "../../support/planned";
import { synthesizeAll } from "../../support/synth";

const stacks = synthesizeAll([FRONTED_API]).filter(({ id }) => /-(c01|edge)$/.test(id));

provePlans(
  "stack of an API",
  stacks.map((stack) => [stack.id, stack] as const),
  knowingContracts,
);
