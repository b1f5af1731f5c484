import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { GoogleProvider } from "@cdktf/provider-google/lib/provider";
import { Construct } from "constructs";
import { PROVIDERS } from "../../constructs/providers";
import { assertSealed } from "../../constructs/sealed";
import { PlatformStack } from "../../constructs/stacks/platform_stack";
import { App, S3Backend, TerraformStack } from "../../constructs/tf";
import { dev } from "../../environments/dev";
import { devGcp } from "../../environments/dev-gcp";
import type { EnvironmentDeclaration } from "../../model/environment";
import { awsTestStack, inFolder, synthesizeAll, synthesizeOne } from "./support/synth";

describe("a platform stack", () => {
  test("says its id, pins its provider under a full source, and takes Terraform and OpenTofu from 1.10", () => {
    const json = synthesizeOne(() => undefined);
    expect(json.output).toEqual({
      plinth_stack: {
        value: "test-c01",
        description: "The stack's id, by which a plan is joined to it.",
      },
    });
    expect(json.terraform).toEqual({
      required_version: ">= 1.10.0",
      required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
      backend: {
        s3: {
          bucket: "example-state",
          encrypt: true,
          key: "test-c01/terraform.tfstate",
          region: "us-east-1",
          use_lockfile: true,
        },
      },
    });
  });

  test.each<[EnvironmentDeclaration, string]>([
    [{ ...dev, tool: { name: "terraform", version: "1.11.4" } }, ">= 1.11.4"],
    [{ ...devGcp, tool: { name: "opentofu", version: "1.11" } }, ">= 1.11.0"],
  ])("each of an environment asks for the tool that it declares", (environment, required) => {
    const stacks = synthesizeAll([environment]);
    expect(new Set(stacks.map(({ json }) => json.terraform?.required_version))).toEqual(
      new Set([required]),
    );
  });

  test("refuses to be written without a backend", () => {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const stack = new PlatformStack(app, "test-c01", { provider: "aws" });
      new AwsProvider(stack, "aws", { region: "us-east-1" });
      expect(() => app.synth()).toThrow(
        "test-c01: expected a backend, got none; give the stack an S3 or GCS backend",
      );
    });
  });

  test("says what it wrote only after it was written", () => {
    inFolder((outdir) => {
      const stack = awsTestStack(new App({ outdir }), "test-c01");
      expect(() => stack.json).toThrow("test-c01: call app.synth() first");
    });
  });

  test("an unsealed stack still runs cdktf's preparing pass", () => {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const producer = awsTestStack(app, "test-c01");
      const topic = new SnsTopic(producer, "topic", { name: "topic" });
      const reader = new PlatformStack(app, "test-c02", { provider: "aws", sealed: false });
      new AwsProvider(reader, "aws", { region: "us-east-1" });
      new S3Backend(reader, { bucket: "b", key: "k", region: "us-east-1" });
      new SqsQueue(reader, "queue", { name: topic.name });
      app.synth();
      expect(Object.keys(reader.json.data ?? {})).toEqual(["terraform_remote_state"]);
    });
  });
});

test("the pins are the versions that the bindings were generated from", () => {
  inFolder((outdir) => {
    const app = new App({ outdir });
    const stack = new TerraformStack(app, "plain");
    new AwsProvider(stack, "aws", {});
    new GoogleProvider(stack, "google", {});
    const { required_providers } = (
      stack.toTerraform() as { terraform: { required_providers: object } }
    ).terraform;
    expect(required_providers).toEqual({
      aws: { source: "aws", version: PROVIDERS.aws.version },
      google: { source: "google", version: PROVIDERS.google.version },
    });
  });
});

describe("addresses", () => {
  test("are the construct's path in snake case; the id Default leaves no trace", () => {
    const json = synthesizeOne((stack) => {
      const service = new Construct(stack, "orders");
      const events = new Construct(service, "events");
      new SqsQueue(events, "Default", {});
      new SqsQueue(events, "dlq", {});
      new SqsQueue(service, "extraLarge-queue", {});
    });
    expect(Object.keys(json.resource?.aws_sqs_queue ?? {})).toEqual([
      "orders_events",
      "orders_events_dlq",
      "orders_extra_large_queue",
    ]);
  });

  test("do not change with what stands beside them", () => {
    const build = (before: number) =>
      synthesizeOne((stack) => {
        for (let index = 0; index < before; index++) new SnsTopic(stack, `topic-${index}`, {});
        new SqsQueue(new Construct(stack, "orders"), "events", {});
      }).resource?.aws_sqs_queue;
    expect(build(3)).toEqual(build(0));
  });

  test("of one type are not given twice, which cdktf would merge in silence", () => {
    const build = () =>
      synthesizeOne((stack) => {
        new SqsQueue(stack, "orders-events", {});
        new SqsQueue(new Construct(stack, "orders"), "events", {});
      });
    expect(build).toThrow(
      "aws_sqs_queue.orders_events: expected one construct for this address, got two: test-c01/orders-events and test-c01/orders/events; rename one",
    );
  });

  test("of two types may share a name", () => {
    const json = synthesizeOne((stack) => {
      new SqsQueue(stack, "orders-events", {});
      new SnsTopic(new Construct(stack, "orders"), "events", {});
    });
    expect(Object.keys(json.resource ?? {})).toEqual(["aws_sqs_queue", "aws_sns_topic"]);
  });

  test("are Terraform names", () => {
    expect(() => synthesizeOne((stack) => new SqsQueue(stack, "1st", {}))).toThrow(
      'test-c01/1st: expected ids that give a Terraform name (letters and digits, a letter first), got "1st"',
    );
  });
});

describe("a sealed stack", () => {
  test("refuses a reference to another stack's resource", () => {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const topic = new SnsTopic(awsTestStack(app, "test-c01"), "topic", { name: "topic" });
      new SqsQueue(awsTestStack(app, "test-c02"), "queue", { name: topic.name });
      expect(() => app.synth()).toThrow(
        "test-c02: expected references only to resources of this stack, got aws_sns_topic.topic; pass a name or an ARN made by model/names.ts instead of another stack's resource",
      );
    });
  });

  test("refuses to depend on another stack's resource", () => {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const topic = new SnsTopic(awsTestStack(app, "test-c01"), "topic", { name: "topic" });
      new SqsQueue(awsTestStack(app, "test-c02"), "queue", { dependsOn: [topic] });
      expect(() => app.synth()).toThrow("got aws_sns_topic.topic;");
    });
  });

  test("is written with the same bytes as an unsealed one", () => {
    const write = (sealed: boolean) =>
      inFolder((outdir) => {
        const app = new App({ outdir });
        const stack = new PlatformStack(app, "test-c01", { provider: "aws", sealed });
        new AwsProvider(stack, "aws", { region: "us-east-1" });
        new S3Backend(stack, { bucket: "b", key: "k", region: "us-east-1" });
        const topic = new SnsTopic(stack, "topic", { name: "topic" });
        new SqsQueue(stack, "queue", { name: `${topic.name}-queue` });
        app.synth();
        return JSON.stringify(stack.json);
      });
    expect(write(true)).toBe(write(false));
  });

  test("may refer to its own resources and data sources, in the middle of a text too", () => {
    const build = () =>
      synthesizeOne((stack) => {
        const caller = new DataAwsCallerIdentity(stack, "caller", {});
        const topic = new SnsTopic(stack, "topic", { name: `topic-${caller.accountId}` });
        new SqsQueue(stack, "queue", { name: `${topic.name}-queue`, dependsOn: [topic] });
      });
    expect(build).not.toThrow();
  });

  test.each([
    [
      "a function's argument",
      '${jsonencode({"a" = aws_sns_topic.gone.arn})}',
      ["aws_sns_topic.gone"],
    ],
    [
      "a place after an object",
      "${f({a = {b = 1}, c = aws_sns_topic.gone.arn})}",
      ["aws_sns_topic.gone"],
    ],
    ["no text behind an expression", "${aws_sns_topic.here.arn} like aws_sns_topic.gone", []],
    ["a data source", "${data.aws_region.gone.name}", ["data.aws_region.gone"]],
    ["a nested attribute", "${aws_sns_topic.here.some_block.field}", []],
    ["another provider's look-alike", "${local.my_host.example}", []],
    ["plain text", "aws_sns_topic.gone", []],
  ])("sees %s", (_, value, missing) => {
    const json = {
      terraform: { required_providers: { aws: PROVIDERS.aws } },
      resource: { aws_sns_topic: { here: { display_name: value } } },
    };
    if (missing.length === 0) expect(() => assertSealed("s", json)).not.toThrow();
    else expect(() => assertSealed("s", json)).toThrow(`got ${missing.join(", ")};`);
  });
});
