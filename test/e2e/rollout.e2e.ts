import { apply, NO_QUESTIONS } from "./cell";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { ALARM, APPLICATION, CELL, GROUP, HANDLER, writeVersion } from "./rollout";
import { runCommand } from "./runbooks";
import { story } from "./steps";

const { step } = story("rollout");

let estate: Estate;

const aws = async (command: string): Promise<unknown> =>
  JSON.parse((await runCommand(estate, `aws ${command} --output json`, {})) || "null");

const alias = () => aws(`lambda get-alias --function-name ${HANDLER} --name live`);

/** Of CodeDeploy, moto has applications, groups and deployments, and ministack nothing. */
const deploy = (command: string) =>
  aws(`deploy ${command} --endpoint-url ${estate.env["AWS_ENDPOINT_URL_CLOUDWATCH"]}`);

/** The addresses of what a plan would change. */
async function planned(): Promise<string[]> {
  await estate.must(CELL, "plan", "-out=plan.bin", ...NO_QUESTIONS);
  const shown = JSON.parse(await estate.must(CELL, "show", "-json", "plan.bin")) as {
    resource_changes: { address: string; change: { actions: string[] } }[];
  };
  return shown.resource_changes
    .filter(({ change }) => !["no-op", "read"].includes(change.actions.join()))
    .map(({ address, change }) => `${change.actions.join()} ${address}`);
}

const deployment = async (): Promise<{ revision: { appSpecContent: { content: string } } }> =>
  JSON.parse(
    await estate.must(CELL, "output", "-raw", "storefront_rollout_shift_deployment"),
  ) as Awaited<ReturnType<typeof deployment>>;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  writeVersion(estate, 1);
});

step("apply an API, its alarms and its first version", () => apply(estate, CELL));

step("a second plan is empty", async () => {
  exited(await estate.run(CELL, "plan", "-detailed-exitcode", ...NO_QUESTIONS), 0);
});

step("of new code a plan shows the function, and no alias", async () => {
  writeVersion(estate, 2);
  expect(await planned()).toEqual(["update aws_lambda_function.storefront_handler"]);
});

step("an apply publishes a version that no call reaches", async () => {
  await estate.must(CELL, "apply", "-auto-approve", ...NO_QUESTIONS);
  expect(await alias()).toMatchObject({ FunctionVersion: "1" });
});

step(
  "the output hands over from that version to the new one, and CodeDeploy's API takes it",
  async () => {
    const input = await deployment();
    expect(input.revision.appSpecContent.content).toContain(
      '"CurrentVersion":"1","TargetVersion":"2"',
    );
    await deploy(`create-application --application-name ${APPLICATION} --compute-platform Lambda`);
    await deploy(
      `create-deployment-group --application-name ${APPLICATION} --deployment-group-name ${GROUP} --service-role-arn arn:aws:iam::123456789012:role/${HANDLER}-rollout`,
    );
    expect(
      await deploy(`create-deployment --cli-input-json '${JSON.stringify(input)}'`),
    ).toHaveProperty("deploymentId");
  },
);

step("while the alias is weighed a plan is empty", async () => {
  await aws(
    `lambda update-alias --function-name ${HANDLER} --name live --function-version 1 --routing-config '{"AdditionalVersionWeights":{"2":0.1}}'`,
  );
  expect(await alias()).toMatchObject({ RoutingConfig: { AdditionalVersionWeights: { 2: 0.1 } } });
  expect(await planned()).toEqual([]);
});

step(
  "an alarm that rings is found among those of metrics, as who rolls back looks for it",
  async () => {
    const state = async () => {
      const found = await aws(`cloudwatch describe-alarms --alarm-names ${ALARM}`);
      return found as { MetricAlarms: { StateValue: string; ActionsEnabled: boolean }[] };
    };
    await aws(
      `cloudwatch set-alarm-state --alarm-name ${ALARM} --state-value ALARM --state-reason burns`,
    );
    expect((await state()).MetricAlarms).toMatchObject([{ StateValue: "ALARM" }]);
  },
);

step("the runbook's command takes the alias back, and a plan is empty", async () => {
  await aws(
    `lambda update-alias --function-name ${HANDLER} --name live --function-version 1 --routing-config 'AdditionalVersionWeights={}'`,
  );
  expect(await alias()).toMatchObject({ FunctionVersion: "1" });
  expect(await planned()).toEqual([]);
});

step("after all calls were handed over a plan changes nothing", async () => {
  await aws(`lambda update-alias --function-name ${HANDLER} --name live --function-version 2`);
  expect(await planned()).toEqual([]);
  await estate.must(CELL, "apply", "-auto-approve", ...NO_QUESTIONS);
  expect(await alias()).toMatchObject({ FunctionVersion: "2" });
});

step("destroy leaves nothing", async () => {
  await estate.must(CELL, "destroy", "-auto-approve", ...NO_QUESTIONS);
});
