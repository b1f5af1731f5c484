import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { WITH_FILES } from "../../support/files";
import { machineCell } from "../../support/machines";
import { provePlans } from "../../support/planned";

const production: AwsEnvironment = { ...WITH_FILES, name: "prod-files", stage: "production" };

provePlans(
  "file systems",
  [WITH_FILES, production].map((environment) => [environment.stage, environment] as const),
  machineCell,
);

test("the gate asks for a copy of what production keeps, and takes the cell's vault for one", async () => {
  const denied = async (environment: AwsEnvironment) => {
    const bytes = Buffer.from(JSON.stringify(machineCell(environment).json));
    const { findings } = await judge([{ name: "cdk.tf.json", bytes }], {
      ...{ now: new Date(0), stage: "synth" },
    });
    return findings.filter(({ id }) => id === "AWS-EFS-002").map(({ address }) => address);
  };
  expect(await denied(production)).toEqual([]);
  expect(await denied({ ...production, backup: "none" })).toHaveLength(4);
});
