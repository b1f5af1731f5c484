import type { AwsEnvironment } from "../../../../model/environment";
import { BACKED_UP } from "../../support/backup";
import { knowingContracts } from "../../support/known_contracts";
import { provePlans } from "../../support/planned";
import { CODE, cellOf } from "../../support/synth";

const locked: AwsEnvironment = {
  ...BACKED_UP,
  name: "prod-lock",
  backup: { daily: "7d", lock: "compliance" },
};

provePlans(
  "backups",
  [
    ["a lock of governance", BACKED_UP as AwsEnvironment],
    ["a lock of compliance", locked],
  ] as const,
  (environment) => {
    const { resources, json } = knowingContracts(cellOf(environment));
    // One zip is there for every service.
    const text = JSON.stringify(json).replace(/assets\/\w+-aws\.zip/g, CODE.fileName);
    return { resources, json: JSON.parse(text) as typeof json };
  },
);
