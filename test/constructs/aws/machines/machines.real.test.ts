import { judge } from "../../../../policies/gate";
import { machineCell } from "../../support/machines";
import { provePlans } from "../../support/planned";

provePlans("cell", [["machines", undefined]], () => machineCell());

test("the gate has nothing against the cell as it is written", async () => {
  const bytes = Buffer.from(JSON.stringify(machineCell().json));
  const written = await judge([{ name: "cdk.tf.json", bytes }], {
    now: new Date(0),
    stage: "synth",
  });
  expect(written.findings.filter((one) => one.verdict === "deny")).toEqual([]);
});
