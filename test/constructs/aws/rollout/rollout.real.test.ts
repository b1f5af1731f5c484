import { dev } from "../../../../environments/dev";
import type { ServiceDeclaration } from "../../../../model/declaration";
import type { EnvironmentDeclaration } from "../../../../model/environment";
import { withNetwork } from "../../support/offline_network";
import { provePlans } from "../../support/planned";
import {
  boxOf,
  PROMISING,
  PROMISING_MACHINES,
  rolled,
  rolledApi,
  rolledEvents,
} from "../../support/rollout";
import { cellOf } from "../../support/synth";

const of = (service: ServiceDeclaration, environment: EnvironmentDeclaration) => () => {
  const stack = cellOf({ ...environment, services: [service] });
  return { ...stack, json: withNetwork(stack.json) };
};

const [tasks, machines] = [PROMISING, PROMISING_MACHINES].map((one) =>
  rolled(one, { strategy: "rolling" }),
);

provePlans(
  "rollout",
  [
    ["an API by a canary", of(rolledApi({ strategy: "canary" }), dev)],
    ["events in steps", of(rolledEvents({ strategy: "linear", percent: 20 }), dev)],
    ["tasks", of(tasks!, boxOf())],
    ["machines", of(machines!, boxOf())],
  ],
  (stack) => stack(),
);
