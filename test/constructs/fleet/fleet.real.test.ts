import type { SynthesizedStack } from "../../../constructs/synth";
import { orders } from "../../../environments/services/orders";
import { storefront } from "../../../environments/services/storefront";
import { FLEET, withoutApisAtEdge } from "../../model/cells/fleet";
import { knowingContracts } from "../support/known_contracts";
import { provePlans } from "../support/planned";
import { synthesizeAll } from "../support/synth";

const STACKS = synthesizeAll([{ ...FLEET, services: withoutApisAtEdge([orders, storefront]) }]);

const stackOf = (id: string): SynthesizedStack =>
  knowingContracts(STACKS.find((stack) => stack.id === `dev-fleet-${id}`)!);

provePlans(
  "stack",
  [
    ["a cell's network", "c02-network"],
    ["a cell", "c02"],
  ],
  stackOf,
);
