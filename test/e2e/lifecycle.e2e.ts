import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bootstrap, BUCKET, expectBootstrapped } from "./bootstrap";
import {
  ADMIN,
  applyCell,
  applyNetwork,
  CELL,
  DEAD_LETTERS,
  destroyNetwork,
  expectEmptyPlan,
  findDrift,
  LOGS,
  NO_QUESTIONS,
  QUEUE,
  ROLE,
  TABLE,
} from "./cell";
import { cloud } from "./cloud";
import { exited, repository } from "./commands";
import { createEstate, type Estate } from "./estate";
import { differences, SEEN } from "./needs";
import { runbookCommands, runCommand } from "./runbooks";
import { story } from "./steps";
import { CATALOGUE, expectStorefront } from "./storefront";
import { until } from "./until";

const { step } = story("terraform");

let estate: Estate;
let aws: ReturnType<typeof cloud>;

afterAll(async () => estate?.remove());

step("start moto and ministack side by side", async () => {
  estate = await createEstate("terraform");
  aws = cloud(estate.env);
});

step("synthesize the stacks", () => estate.synthesize());

step("bootstrap: the state moves into the bucket that it describes", async () => {
  exited(await bootstrap(estate), 0);
  await expectBootstrapped(estate, aws);
});

step("apply the network that the cell stands in", () => applyNetwork(estate));

step("apply the cell with its state in S3", () => applyCell(estate));

step("a second plan is empty", () => expectEmptyPlan(estate));

step("what is deployed is what was declared", async () => {
  const queue = await aws.queueAttributes(QUEUE);
  expect(queue["VisibilityTimeout"]).toBe("365");
  expect(JSON.parse(queue["RedrivePolicy"] ?? "")).toMatchObject({ maxReceiveCount: 3 });
  expect((await aws.queueAttributes(DEAD_LETTERS))["MessageRetentionPeriod"]).toBe("1209600");
  expect(await aws.mappings()).toEqual([
    expect.objectContaining({
      BatchSize: 10,
      MaximumBatchingWindowInSeconds: 5,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 100 },
    }),
  ]);
  expect(await aws.metricFilters(LOGS)).toEqual([
    expect.objectContaining({
      filterPattern: expect.stringContaining("$.record.metrics.initDurationMs") as string,
      metricTransformations: [
        expect.objectContaining({
          metricNamespace: "Plinth/Lambda",
          metricName: "dev-c01-orders-processor-init-duration",
        }),
      ],
    }),
  ]);
});

step("an order event that is sent to the queue is found in the table", async () => {
  const file = join(repository, "functions", "orders", "examples", "order-placed.json");
  await aws.send(QUEUE, readFileSync(file, "utf8"));
  const [item] = await until(60, async () => {
    const items = await aws.items(TABLE);
    return items.length > 0 ? items : undefined;
  });
  expect(item?.["eventId"]).toEqual({ S: "https://shop.example.com/checkout|4f9c1f0a-1" });
  expect(item?.["ttl"]?.N).toMatch(/^\d{10}$/);
});

step("the storefront's API asks who calls, keeps an item and shows it", async () => {
  await expectStorefront(estate);
  expect(await aws.items(CATALOGUE)).toEqual([expect.objectContaining({ id: { S: "lamp-2" } })]);
  await expectEmptyPlan(estate);
});

step("cdktf plan and cdktf diff see no changes", async () => {
  expect(await estate.cdktf("plan", CELL)).toMatch(/No changes/);
  expect(await estate.cdktf("diff", CELL)).toMatch(/No changes/);
});

step("a poison event ends in the dead-letter queue after three receives", async () => {
  await aws.setQueue(QUEUE, { VisibilityTimeout: "2" });
  await aws.send(QUEUE, '{"specversion":"1.0","poison":true}');
  const [body] = await until(90, async () => {
    const bodies = await aws.receive(DEAD_LETTERS);
    return bodies.length > 0 ? bodies : undefined;
  });
  expect(body).toBe('{"specversion":"1.0","poison":true}');
  const attempts = (await aws.logLines(LOGS)).flatMap(attemptsIn);
  expect(attempts).toEqual([1, 2, 3]);
  await aws.setQueue(QUEUE, { VisibilityTimeout: "365" });
  expect(await aws.items(TABLE)).toHaveLength(1);
});

step("the commands of the runbooks do what they say", async () => {
  await aws.send(DEAD_LETTERS, '{"specversion":"1.0","poison":true}');
  const said = new Map<string, string>();
  for (const command of runbookCommands())
    said.set(command, await runCommand(estate, command, { VERSION: "1", HANDLE: "handle" }));
  const answer = (name: string) =>
    [...said].filter(([command]) => command.startsWith(name)).map(([, output]) => output);
  expect(answer("aws sqs receive-message").join()).toContain("poison");
  expect(answer("aws lambda list-versions-by-function").join()).toContain('"1"');
  expect(answer("aws lambda update-alias").join()).toContain('"FunctionVersion": "1"');
  expect(answer("aws resourcegroupstaggingapi get-resources").join()).toContain(`:${QUEUE}"`);
  expect(answer("aws cloudwatch list-metrics")).toHaveLength(5);
  expect(answer("aws lambda put-function-concurrency").join()).toMatch(/: 200[^]*: 100/);
  expect(answer("aws apigatewayv2 update-stage").join()).toMatch(
    /RateLimit": 20\b[^]*RateLimit": 400\b/,
  );
  expect(said.size).toBe(50);
  expect(answer("aws ecs describe-services").join()).toContain("COMPLETED");
  expect(answer("aws rds modify-db-cluster").join()).toMatch(/: 4\b[^]*: 2\b/);
  expect(answer("aws elasticache modify-serverless-cache")).toHaveLength(2);
  expect(answer("aws application-autoscaling register-scalable-target")).toHaveLength(2);
  expect(answer("aws s3api get-bucket-replication").join()).toContain("DeleteMarkerReplication");
});

/** The attempts of failed messages in one log event. */
const attemptsIn = (message: string): number[] =>
  message
    .split("\n")
    .filter((line) => /"message":"message (failed|set aside)/.test(line))
    .map((line) => Number(/"attempt":(\d+)/.exec(line)?.[1]));

step("drift: a clean estate, with its echoes, exits 0", async () => {
  const { report, items, code } = await findDrift(estate, "dev-bootstrap", CELL);
  expect({ code, items }).toEqual({ code: 0, items: [] });
  expect(report.summary.echo).toBeGreaterThan(0);
  expect(report.coverage).toEqual({ stacks: 2, planned: 2, skipped: [] });
});

step("drift: an overwritten queue policy is declared drift, and of the policy only", async () => {
  const { Policy = "" } = await aws.queueAttributes(QUEUE);
  await aws.setQueue(QUEUE, { Policy: JSON.stringify(OPEN) });
  const { code, items, stdout, stderr } = await findDrift(estate, CELL);
  expect({ code, items }).toEqual({
    code: 2,
    items: ["declared aws_sqs_queue_policy.orders_events_policy policy"],
  });
  expect(stdout + stderr).not.toContain("sqs:*");
  await aws.setQueue(QUEUE, { Policy });
});

step("drift: an inline admin policy on the role is silent drift", async () => {
  await aws.putInlinePolicy(ROLE, "admin", ADMIN);
  await expectEmptyPlan(estate);
  expect(await findDrift(estate, CELL)).toMatchObject({
    code: 2,
    items: ["silent aws_iam_role.orders_processor_role inline_policy"],
  });
  await aws.deleteInlinePolicy(ROLE, "admin");
});

step("drift: a visibility timeout changed by hand is declared drift", async () => {
  await aws.setQueue(QUEUE, { VisibilityTimeout: "60" });
  expect(await findDrift(estate, CELL)).toMatchObject({
    code: 2,
    items: ["declared aws_sqs_queue.orders_events visibility_timeout_seconds"],
  });
});

step("two applies at once: one wins, the other is told who holds the lock", async () => {
  const flags = ["-auto-approve", "-lock-timeout=0s", ...NO_QUESTIONS];
  const apply = () => estate.run(CELL, "apply", ...flags);
  const [first, second] = await Promise.all([apply(), apply()]);
  const [winner, loser] = first.code === 0 ? [first, second] : [second, first];
  exited(winner, 0);
  exited(loser, 1);
  expect(loser.stderr).toMatch(/Error acquiring the state lock/);
  expect(loser.stderr).toMatch(/Operation: +OperationTypeApply/);
  await expectEmptyPlan(estate);
  expect((await aws.queueAttributes(QUEUE))["VisibilityTimeout"]).toBe("365");
  expect(await findDrift(estate, CELL)).toMatchObject({ code: 0, items: [] });
});

step("drift: a state that somebody holds is incomplete", async () => {
  const lock = `${CELL}/terraform.tfstate.tflock`;
  await aws.putLock(BUCKET, lock);
  const { code, report } = await findDrift(estate, CELL);
  expect(code).toBe(3);
  expect(report.stacks[0]?.reason).toMatch(/^locked: OperationTypeApply by operator@host/);
  await aws.removeLock(BUCKET, lock);
});

step("drift: a deleted dead-letter queue is gone", async () => {
  await aws.deleteQueue(DEAD_LETTERS);
  const { code, items } = await findDrift(estate, CELL);
  expect(items).toContain("gone aws_sqs_queue.orders_events_dlq");
  expect(items.filter((item) => !item.startsWith("gone "))).toEqual([]);
  expect(code).toBe(2);
});

step("destroy leaves bootstrap, and keys that wait for their deletion", async () => {
  await estate.must(CELL, "destroy", "-auto-approve", ...NO_QUESTIONS);
  await destroyNetwork(estate);
  expect({
    queues: await aws.queueNames(),
    tables: await aws.tableNames(),
    functions: await aws.functionNames(),
    logGroups: await aws.logGroupNames(),
    roles: await aws.roleNames(),
    aliases: (await aws.keyAliases()).sort(),
    buckets: await aws.bucketNames(),
    keys: (await aws.keyStates()).sort(),
  }).toEqual({
    ...{ queues: [], tables: [], functions: [], logGroups: [], roles: [] },
    aliases: ["alias/dev-bootstrap-checkout-images", "alias/dev-bootstrap-state"],
    buckets: [BUCKET],
    keys: ["Enabled", "Enabled", ...Array<string>(11).fill("PendingDeletion")],
  });
  expect((await aws.stateIn(BUCKET, `${CELL}/terraform.tfstate`)).resources).toEqual([]);
});

step("the provider called what a pipeline's roles have for each type, and nothing else", () => {
  expect(differences(estate.calls, SEEN)).toEqual([]);
  return Promise.resolve();
});

const OPEN = {
  Version: "2012-10-17",
  Statement: [{ Sid: "open", Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*" }],
};
