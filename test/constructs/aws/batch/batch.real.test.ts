import type { AwsEnvironment } from "../../../../model/environment";
import { judge } from "../../../../policies/gate";
import { JOBS, JOBS_PRODUCTION, jobsCell } from "../../support/batch";
import { provePlans } from "../../support/planned";

const CASES = [JOBS, JOBS_PRODUCTION];

provePlans<AwsEnvironment>(
  "jobs",
  CASES.map((environment) => [environment.name, environment] as const),
  (environment) => jobsCell(environment),
);

test.each(CASES)("the gate has nothing against the cell of $name as it is written", async (of) => {
  const bytes = Buffer.from(JSON.stringify(jobsCell(of).json));
  const written = await judge([{ name: "cdk.tf.json", bytes }], {
    now: new Date(0),
    stage: "synth",
  });
  expect(written.findings.filter((one) => one.verdict === "deny")).toEqual([]);
});
