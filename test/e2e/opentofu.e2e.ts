import { bootstrap, expectBootstrapped, interruptBeforeMove } from "./bootstrap";
import { ADMIN, applyNetwork, CELL, expectEmptyPlan, findDrift, QUEUE, ROLE } from "./cell";
import { cloud } from "./cloud";
import { exited } from "./commands";
import { createEstate, type Estate } from "./estate";
import { story } from "./steps";

const { step } = story("tofu");

let estate: Estate;
let aws: ReturnType<typeof cloud>;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("tofu");
  aws = cloud(estate.env);
});

step("synthesize the stacks", () => estate.synthesize());

step("bootstrap: apply with a file, interrupted before the state has moved", async () => {
  const { stderr } = await interruptBeforeMove(estate);
  expect(stderr).toContain("dev-bootstrap: moving its state into the bucket");
});

step("bootstrap again: the state moves into the bucket that it describes", async () => {
  exited(await bootstrap(estate), 0);
  await expectBootstrapped(estate, aws);
});

step("bootstrap once more: nothing is left to do", async () => {
  const { stdout } = exited(await bootstrap(estate), 0);
  expect(JSON.parse(stdout)).toMatchObject({ outcome: "already" });
});

step("apply the network that the cell stands in", () => applyNetwork(estate));

step("cdktf plan: all of the cell is to be made", async () => {
  expect(await estate.cdktf("plan", CELL)).toMatch(/Plan: 130 to add, 0 to change, 0 to destroy/);
});

step("cdktf apply: the cell, with its state in S3", async () => {
  await estate.cdktf("apply", CELL, "--auto-approve");
});

step("a second plan is empty", () => expectEmptyPlan(estate));

step("cdktf diff: no changes", async () => {
  expect(await estate.cdktf("diff", CELL)).toMatch(/No changes/);
});

step("drift: a clean estate, with its echoes, exits 0", async () => {
  const { report, items, code } = await findDrift(estate, "dev-bootstrap", CELL);
  expect({ code, items }).toEqual({ code: 0, items: [] });
  expect(report.tool).toMatchObject({ name: "tofu" });
  expect(report.coverage).toEqual({ stacks: 2, planned: 2, skipped: [] });
});

step("drift: declared and silent at once", async () => {
  await aws.setQueue(QUEUE, { VisibilityTimeout: "60" });
  await aws.putInlinePolicy(ROLE, "admin", ADMIN);
  expect(await findDrift(estate, CELL)).toMatchObject({
    code: 2,
    items: [
      "silent aws_iam_role.orders_processor_role inline_policy",
      "declared aws_sqs_queue.orders_events visibility_timeout_seconds",
    ],
  });
  await aws.deleteInlinePolicy(ROLE, "admin");
});

step("cdktf destroy leaves nothing of the cell", async () => {
  await estate.cdktf("destroy", CELL, "--auto-approve");
  expect(await aws.queueNames()).toEqual([]);
  expect(await aws.functionNames()).toEqual([]);
});
