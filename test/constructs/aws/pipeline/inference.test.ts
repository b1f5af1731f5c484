import type { AwsEnvironment } from "../../../../model/environment";
import { FORECASTS, RECOMMENDATIONS, SERVED } from "../../support/inference";
import { GITHUB } from "../../support/pipeline";
import { resource, statements, synthesizeAll } from "../../support/synth";

type Services = AwsEnvironment["services"];

/** What the roles of these services may do at most, by the name of each statement. */
const boundOf = (...services: Services) => {
  const stacks = synthesizeAll([{ ...SERVED, pipeline: GITHUB, services }]);
  const json = stacks.find(({ id }) => id === "dev-infer-bootstrap")?.json ?? {};
  const { policy } = resource(json, "aws_iam_policy.pipeline_boundary");
  return new Map(
    statements(String(policy)).map(({ Sid, Action, Resource }) => [Sid, { Action, Resource }]),
  );
};

describe("of images, the roles of endpoints may pull", () => {
  const pull = [
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:GetDownloadUrlForLayer",
  ];

  test("those of AWS's accounts, where one of them serves", () => {
    const bound = boundOf(RECOMMENDATIONS);
    expect(bound.get("ServingImages")).toEqual({
      ...{ Action: pull, Resource: "arn:aws:ecr:us-east-1:*:repository/*" },
    });
    expect(bound.get("Images")).toBeUndefined();
  });

  test("those of the bootstrap stack alone otherwise", () => {
    const bound = boundOf(FORECASTS);
    expect(bound.get("Images")).toEqual({
      Action: pull,
      Resource: "arn:aws:ecr:us-east-1:123456789012:repository/dev-infer-bootstrap-*",
    });
    expect(bound.get("ServingImages")).toBeUndefined();
  });
});

describe("of topics, the roles of endpoints may tell", () => {
  const topic = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;

  const telling = (notify: object) => {
    const serve = { ...FORECASTS.workload.serve, notify };
    return boundOf({ ...FORECASTS, workload: { ...FORECASTS.workload, serve } });
  };

  test("those of the account, where one is told that the environment did not make", () => {
    const bound = telling({ success: topic("done"), error: topic("dev-infer-c01-failed") });
    expect(bound.get("AccountTopics")).toEqual({ Action: "sns:Publish", Resource: topic("*") });
    expect(bound.get("Topics")).toBeUndefined();
  });

  test("the environment's alone, where no other is told", () => {
    const bound = telling({ error: topic("dev-infer-c01-failed") });
    expect(bound.get("Topics")?.Resource).toContain(topic("dev-infer-c01-*"));
    expect(bound.get("AccountTopics")).toBeUndefined();
  });

  test("none, where nothing is told", () => {
    expect([...boundOf(FORECASTS).keys()]).not.toContain("AccountTopics");
  });
});
