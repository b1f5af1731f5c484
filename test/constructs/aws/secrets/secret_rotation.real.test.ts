import { dev } from "../../../../environments/dev";
import { orders } from "../../../../environments/services/orders";
import type { AwsEnvironment } from "../../../../model/environment";
import { provePlans } from "../../support/planned";
import { cellOf } from "../../support/synth";

const environment: AwsEnvironment = {
  ...dev,
  name: "dev-keys",
  services: [
    {
      ...orders,
      secrets: {
        "cookie-key": {
          description: "Signs cookies.",
          rotate: { code: "functions/rotation", every: "30d", random: true },
        },
      },
    },
  ],
};

provePlans("rotation", [["a secret", environment]], cellOf);
