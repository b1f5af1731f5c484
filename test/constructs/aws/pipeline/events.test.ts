import type { AwsEnvironment } from "../../../../model/environment";
import { EVENTFUL, OUTBOXED, TOPICAL } from "../../support/events";
import { GITHUB } from "../../support/pipeline";
import { statements, synthesizeAll } from "../../support/synth";

const environment: AwsEnvironment = {
  ...EVENTFUL,
  services: [...EVENTFUL.services, ...TOPICAL.services],
  pipeline: GITHUB,
};
const bootstrap = synthesizeAll([environment]).find(({ id }) => id === "dev-bus-bootstrap")!.json;

const about = (policy: string) =>
  Object.entries(bootstrap.resource?.["aws_iam_policy"] ?? {})
    .filter(([name]) => name.startsWith(`pipeline_${policy}`))
    .flatMap(([, { policy: text }]) => statements(text))
    .flatMap(({ Action, Resource }) =>
      [Action]
        .flat()
        .filter((action) => /^(events|sns):/.test(String(action)))
        .map((action) => [String(action), [Resource].flat().map(String)] as const),
    );

test("a pipeline makes buses, rules, archives and subscriptions of the environment's names alone", () => {
  const made = [...about("read"), ...about("write")];
  expect(made.map(([action]) => action)).toEqual(
    expect.arrayContaining([
      ...["events:CreateArchive", "events:CreateEventBus", "events:PutRule", "events:PutTargets"],
      ...["sns:ListSubscriptionsByTopic", "sns:Subscribe", "sns:Unsubscribe"],
    ]),
  );
  for (const [, resources] of made)
    for (const one of resources) expect(one).toMatch(/^arn:aws:(events|sns):.*\bdev-bus-/);
});

test("it publishes nothing itself, and no role that it makes publishes elsewhere", () => {
  expect(about("write").map(([action]) => action)).not.toContain("events:PutEvents");
  const most = about("boundary");
  expect(most.map(([action]) => action).sort()).toEqual(["events:PutEvents", "sns:Publish"]);
  for (const [, resources] of most)
    for (const one of resources) expect(one).toMatch(/dev-bus-[a-z0-9]+-\*$/);
});

test("what carries events out of an outbox follows the streams of the environment's tables alone", () => {
  const boundary = synthesizeAll([{ ...OUTBOXED, pipeline: GITHUB }]).find(
    ({ id }) => id === "dev-outbox-bootstrap",
  )!.json;
  const follow = Object.values(boundary.resource?.["aws_iam_policy"] ?? {})
    .flatMap(({ name, policy }) => (String(name).includes("boundary") ? statements(policy) : []))
    .filter(({ Action }) => [Action].flat().includes("dynamodb:GetRecords"));
  expect(follow).toHaveLength(1);
  for (const one of [follow[0]?.Resource].flat())
    expect(one).toMatch(/^arn:aws:dynamodb:us-east-1:123456789012:table\/dev-outbox-[a-z0-9]+-\*$/);
});
